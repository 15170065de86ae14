using System.Text.Json;

namespace Shopify.Emulator.Catalog;

/// <summary>Catalogues from files: the emulator's own JSON, or a product export of Shopify as CSV.</summary>
public static class CatalogFile
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>
    /// Reads a file by its ending, <c>.json</c> or <c>.csv</c>. Pictures are looked for in a folder <c>pictures</c> beside it, and beside it;
    /// nothing is fetched from elsewhere, and pictures of a CSV that are not there are left out.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">The file is not what its ending says; the message names the line or the member.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ShopCatalog Read(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            using var reader = new StreamReader(path);
            return ReadCsv(reader, Path.GetFileNameWithoutExtension(path), file => FindPicture(folder, file) is not null) with { OpenPicture = Open };
        }

        using var stream = File.OpenRead(path);
        return ReadJson(stream) with { OpenPicture = Open };

        Stream? Open(string file) => FindPicture(folder, file) is { } found ? File.OpenRead(found) : null;
    }

    /// <summary>Reads the emulator's own form: a <see cref="ShopCatalog"/> in camel case.</summary>
    /// <param name="json">The JSON, in UTF-8.</param>
    /// <exception cref="FormatException">It is not a catalogue.</exception>
    public static ShopCatalog ReadJson(Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize<ShopCatalog>(json, Reading) ?? throw new FormatException("The catalogue is empty.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new FormatException($"The catalogue is not valid: {e.Message}", e);
        }
    }

    /// <summary>Reads a product export of Shopify, in the column names of before or since 2025.</summary>
    /// <param name="csv">The text.</param>
    /// <param name="shopName">Name of the shop, which the export does not hold.</param>
    /// <param name="hasPicture">Whether a picture of this file name is at hand; others are left out. Null leaves all out.</param>
    /// <exception cref="FormatException">A column is missing or a value is no number; the message names the line.</exception>
    public static ShopCatalog ReadCsv(TextReader csv, string shopName, Func<string, bool>? hasPicture = null) => new ProductCsv(csv, hasPicture ?? (static _ => false)).Read(shopName);

    private static string? FindPicture(string folder, string file)
    {
        // A name with a path in it could leave the folder.
        if (file != Path.GetFileName(file) || file.Length == 0) return null;
        return new[] { Path.Combine(folder, "pictures", file), Path.Combine(folder, file) }.FirstOrDefault(File.Exists);
    }
}
