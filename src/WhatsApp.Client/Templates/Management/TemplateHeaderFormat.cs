using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// The header of a template to create.
/// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components">template components</see>.
/// </summary>
public abstract record TemplateHeaderFormat
{
    private TemplateHeaderFormat()
    {
    }

    /// <summary>A text with at most one variable.</summary>
    /// <param name="Content">1 to 60 characters.</param>
    public sealed record Text(TemplateContent Content) : TemplateHeaderFormat;

    /// <summary>A picture, film, short film or file.</summary>
    /// <param name="Kind"><c>IMAGE</c>, <c>VIDEO</c>, <c>GIF</c> or <c>DOCUMENT</c>.</param>
    /// <param name="SampleHandle">The handle of an uploaded sample: <see cref="WhatsAppSender.UploadSampleAsync"/>.</param>
    public sealed record Media(string Kind, string SampleHandle) : TemplateHeaderFormat;

    /// <summary>A place on the map, given with each message.</summary>
    public sealed record Location : TemplateHeaderFormat;

    /// <summary>A product of the catalog, given with each message.</summary>
    public sealed record Product : TemplateHeaderFormat;

    /// <summary>A picture.</summary>
    /// <param name="sampleHandle">The handle of an uploaded sample.</param>
    public static Media Image(string sampleHandle) => new("IMAGE", sampleHandle);

    /// <summary>A film.</summary>
    /// <param name="sampleHandle">The handle of an uploaded sample.</param>
    public static Media Video(string sampleHandle) => new("VIDEO", sampleHandle);

    /// <summary>A short film that plays again and again.</summary>
    /// <param name="sampleHandle">The handle of an uploaded sample.</param>
    public static Media Gif(string sampleHandle) => new("GIF", sampleHandle);

    /// <summary>A file.</summary>
    /// <param name="sampleHandle">The handle of an uploaded sample.</param>
    public static Media Document(string sampleHandle) => new("DOCUMENT", sampleHandle);

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"TemplateHeaderFormat.{GetType().Name}";

    internal void Check(MessageChecks checks, MessagePath path)
    {
        switch (this)
        {
            case Text { Content: null }:
                checks.Add($"{path}.text", MessageFaultKind.Missing);
                break;
            case Text text:
                text.Content.Check(checks, path, maxLength: 60, maxVariables: 1, needsWords: false);
                break;
            case Media media:
                if (media.Kind is not ("IMAGE" or "VIDEO" or "GIF" or "DOCUMENT"))
                    checks.Add($"{path}.format", MessageFaultKind.Malformed);
                checks.Required($"{path}.example.header_handle", media.SampleHandle, int.MaxValue);
                break;
        }
    }

    /// <summary>Whether what fills the header is what the template has.</summary>
    internal bool Takes(TemplateHeader? filling) => this switch
    {
        Text { Content.Variables.Count: 0 } => filling is null,
        Text text => filling is TemplateHeader.Text given && given.ParameterName == (text.Content.IsNamed ? text.Content.Variables[0] : null),
        Media { Kind: "IMAGE" } => filling is TemplateHeader.Image,
        Media { Kind: "VIDEO" } => filling is TemplateHeader.Video,
        Media { Kind: "GIF" } => filling is TemplateHeader.Gif,
        Media => filling is TemplateHeader.Document,
        Location => filling is TemplateHeader.Location,
        _ => filling is TemplateHeader.Product,
    };

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "HEADER"u8);
        switch (this)
        {
            case Text text:
                writer.WriteString("format"u8, "TEXT"u8);
                text.Content.WriteHeader(writer);
                break;
            case Media media:
                writer.WriteText("format"u8, media.Kind);
                writer.WriteStartObject("example"u8);
                writer.WriteStartArray("header_handle"u8);
                writer.WriteStringValue(media.SampleHandle);
                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            case Location:
                writer.WriteString("format"u8, "LOCATION"u8);
                break;
            case Product:
                writer.WriteString("format"u8, "PRODUCT"u8);
                break;
        }

        writer.WriteEndObject();
    }
}
