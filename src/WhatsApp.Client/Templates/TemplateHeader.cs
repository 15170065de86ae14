using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// What fills the header of a template. A header with media needs it on every send, also when the template has a sample.
/// </summary>
public abstract record TemplateHeader
{
    private const int MaxText = 60;

    private TemplateHeader()
    {
    }

    /// <summary>The one variable of a text header.</summary>
    /// <param name="Value">1 to 60 characters, without line break, tab or more than four blanks in a row; <see cref="TemplateText.Clean"/> makes it so.</param>
    public sealed record Text(string Value) : TemplateHeader
    {
        /// <summary>The variable's name, for a template with named variables; null for one with numbers.</summary>
        public string? ParameterName { get; init; }
    }

    /// <summary>A picture: JPEG or PNG, at most 5 MB.</summary>
    /// <param name="Source">The uploaded picture or its address.</param>
    public sealed record Image(MediaSource Source) : TemplateHeader;

    /// <summary>A film: MP4 or 3GPP, at most 16 MB.</summary>
    /// <param name="Source">The uploaded film or its address.</param>
    public sealed record Video(MediaSource Source) : TemplateHeader;

    /// <summary>A file, at most 100 MB.</summary>
    /// <param name="Source">The uploaded file or its address.</param>
    /// <param name="FileName">The name shown; its extension picks the icon. Null for none.</param>
    public sealed record Document(MediaSource Source, string? FileName = null) : TemplateHeader;

    /// <summary>A short film that plays again and again.</summary>
    /// <param name="Source">The uploaded film or its address.</param>
    public sealed record Gif(MediaSource Source) : TemplateHeader;

    /// <summary>A place on the map.</summary>
    /// <param name="Latitude">-90 to 90 degrees.</param>
    /// <param name="Longitude">-180 to 180 degrees.</param>
    /// <param name="Name">What it is called; null for none.</param>
    /// <param name="Address">Where it is; null for none.</param>
    public sealed record Location(double Latitude, double Longitude, string? Name = null, string? Address = null) : TemplateHeader;

    /// <summary>A product of a catalog.</summary>
    /// <param name="CatalogId">The catalog.</param>
    /// <param name="ProductRetailerId">The product's id in it.</param>
    public sealed record Product(string CatalogId, string ProductRetailerId) : TemplateHeader;

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"TemplateHeader.{GetType().Name}";

    internal void Check(MessageChecks checks, MessagePath path)
    {
        switch (this)
        {
            case Text text:
                checks.ParameterText($"{path}.text", text.Value, MaxText);
                checks.Optional($"{path}.parameter_name", text.ParameterName, int.MaxValue);
                break;
            case Document document:
                MediaSource.Check(checks, $"{path}.document", document.Source);
                checks.Optional($"{path}.document.filename", document.FileName, int.MaxValue);
                break;
            case Location location:
                checks.Range($"{path}.location.latitude", location.Latitude, -90, 90);
                checks.Range($"{path}.location.longitude", location.Longitude, -180, 180);
                checks.Optional($"{path}.location.name", location.Name, int.MaxValue);
                checks.Optional($"{path}.location.address", location.Address, int.MaxValue);
                break;
            case Product product:
                checks.Required($"{path}.product.catalog_id", product.CatalogId, int.MaxValue);
                checks.Required($"{path}.product.product_retailer_id", product.ProductRetailerId, int.MaxValue);
                break;
            case Image { Source: var source }:
                MediaSource.Check(checks, $"{path}.image", source);
                break;
            case Video { Source: var source }:
                MediaSource.Check(checks, $"{path}.video", source);
                break;
            case Gif { Source: var source }:
                MediaSource.Check(checks, $"{path}.gif", source);
                break;
        }
    }

    internal void Write(Utf8JsonWriter writer)
    {
        switch (this)
        {
            case Text text:
                writer.WriteString("type"u8, "text"u8);
                writer.WriteOptionalText("parameter_name"u8, text.ParameterName);
                writer.WriteText("text"u8, text.Value);
                return;
            case Image { Source: var source }:
                WriteMedia(writer, "image"u8, source);
                break;
            case Video { Source: var source }:
                WriteMedia(writer, "video"u8, source);
                break;
            case Gif { Source: var source }:
                WriteMedia(writer, "gif"u8, source);
                break;
            case Document document:
                WriteMedia(writer, "document"u8, document.Source);
                writer.WriteOptionalText("filename"u8, document.FileName);
                break;
            case Location location:
                Begin(writer, "location"u8);
                writer.WriteNumber("latitude"u8, location.Latitude);
                writer.WriteNumber("longitude"u8, location.Longitude);
                writer.WriteOptionalText("name"u8, location.Name);
                writer.WriteOptionalText("address"u8, location.Address);
                break;
            case Product product:
                Begin(writer, "product"u8);
                writer.WriteText("catalog_id"u8, product.CatalogId);
                writer.WriteText("product_retailer_id"u8, product.ProductRetailerId);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteMedia(Utf8JsonWriter writer, ReadOnlySpan<byte> kind, MediaSource source)
    {
        Begin(writer, kind);
        source.WriteMember(writer);
    }

    private static void Begin(Utf8JsonWriter writer, ReadOnlySpan<byte> kind)
    {
        writer.WriteString("type"u8, kind);
        writer.WriteStartObject(kind);
    }
}
