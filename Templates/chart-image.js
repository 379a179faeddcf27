// Offers a chart as a PNG: draws its SVG file at twice its size. Only over http: browsers do not read back pictures from a disk.
(function () {
  if (!/^https?:$/.test(location.protocol)) return;
  document.querySelectorAll("a[data-chart-png]").forEach(function (link) {
    link.parentElement.hidden = false;
    link.addEventListener("click", function (event) {
      event.preventDefault();
      var image = new Image();
      image.onload = function () {
        var canvas = document.createElement("canvas");
        canvas.width = image.naturalWidth * 2;
        canvas.height = image.naturalHeight * 2;
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(function (blob) {
          var save = document.createElement("a");
          save.href = URL.createObjectURL(blob);
          save.download = link.getAttribute("data-chart-png");
          save.click();
          setTimeout(function () { URL.revokeObjectURL(save.href); }, 1000);
        }, "image/png");
      };
      image.src = link.href;
    });
  });
})();
