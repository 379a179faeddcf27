# planpress in a container:
#
#   docker build --tag planpress .
#   docker run --rm --volume "$PWD:/site" planpress build
#   docker run --rm --volume "$PWD:/site" --publish 127.0.0.1:8080:8080 planpress serve --host 0.0.0.0
FROM swift:6.1-bookworm AS build
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends libcmark-dev libyaml-dev \
  libminizip-dev libexpat1-dev libjemalloc-dev make pkg-config
WORKDIR /planpress
COPY . .
RUN make dist && cp .build/dist/planpress-linux-$(uname -m) /usr/local/bin/planpress

# `planpress publish` runs git and rsync; `planpress check --external` runs curl.
FROM debian:bookworm-slim
RUN apt-get update -qq \
  && apt-get install -y -qq --no-install-recommends ca-certificates curl git libstdc++6 openssh-client rsync \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/bin/planpress /usr/local/bin/planpress
WORKDIR /site
ENTRYPOINT ["planpress"]
CMD ["build"]
