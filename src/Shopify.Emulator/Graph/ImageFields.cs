using System.Globalization;
using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Graph;

/// <summary>Type <c>Image</c>, which is the same in both APIs.</summary>
internal static class ImageFields
{
    public static void Add(GraphModel model) => model.Type<CatalogImage>("Image")
        .Field("id", static _ => null)
        .Field("altText", static image => image.Alt)
        .Field("width", static image => image.Width)
        .Field("height", static image => image.Height)
        .Field("url", static (image, scope) => Url(image, scope));

    /// <summary>The picture's address. Like the real CDN, a wish for a size goes into the query; pictures are never enlarged.</summary>
    private static string Url(CatalogImage image, FieldScope scope)
    {
        var url = scope.Call.Shop.PictureUrl(image.File);
        if (scope.Object("transform") is not { } transform) return url;
        if (transform.Number("maxWidth") is { } width) url += string.Create(CultureInfo.InvariantCulture, $"&width={width}");
        if (transform.Number("maxHeight") is { } height) url += string.Create(CultureInfo.InvariantCulture, $"&height={height}");
        return url;
    }
}
