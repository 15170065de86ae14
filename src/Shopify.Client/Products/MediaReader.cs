using System.Text.Json;

namespace Shopify.Client;

/// <summary>Reads pictures out of media, which wrap them three levels deep.</summary>
internal static class MediaReader
{
    /// <summary>Reads one medium, the reader standing at its opening brace. A video or model without a preview has no address.</summary>
    public static (string? Url, string? Alt) Read(ref Utf8JsonReader json)
    {
        string? url = null, alt = null;
        while (json.NextField())
        {
            if (json.ValueTextEquals("alt"u8))
                alt = json.Text();
            else if (json.ValueTextEquals("preview"u8))
                url = ReadPreview(ref json);
            else
                json.SkipField();
        }

        return (url, alt);
    }

    /// <summary>Reads a connection of media, the reader standing at its property.</summary>
    public static IReadOnlyList<ProductImage> ReadImages(ref Utf8JsonReader json)
    {
        var images = new Rows<ProductImage>();
        if (json.EnterObject())
        {
            while (json.NextField())
            {
                if (!json.ValueTextEquals("nodes"u8))
                {
                    json.SkipField();
                }
                else if (json.EnterArray())
                {
                    while (json.NextObject())
                    {
                        var (url, alt) = Read(ref json);
                        if (url is not null)
                            images.Add(new ProductImage(url, string.IsNullOrEmpty(alt) ? null : alt));
                    }
                }
            }
        }

        return images.ToList();
    }

    /// <summary>Reads the address of the first picture of a connection of media, the reader standing at its property.</summary>
    public static string? ReadFirstUrl(ref Utf8JsonReader json)
    {
        string? first = null;
        if (!json.EnterObject())
            return first;
        while (json.NextField())
        {
            if (!json.ValueTextEquals("nodes"u8))
            {
                json.SkipField();
            }
            else if (json.EnterArray())
            {
                while (json.NextObject())
                {
                    var (url, _) = Read(ref json);
                    first ??= url;
                }
            }
        }

        return first;
    }

    private static string? ReadPreview(ref Utf8JsonReader json)
    {
        string? url = null;
        if (!json.EnterObject())
            return url;
        while (json.NextField())
        {
            if (!json.ValueTextEquals("image"u8))
            {
                json.SkipField();
            }
            else if (json.EnterObject())
            {
                while (json.NextField())
                {
                    if (json.ValueTextEquals("url"u8))
                        url = json.Text();
                    else
                        json.SkipField();
                }
            }
        }

        return url;
    }
}
