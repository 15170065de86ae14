using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>Where a picture or file comes from: uploaded before, or fetched by the platform. Exactly one of the two.</summary>
public abstract record MediaSource
{
    private MediaSource()
    {
    }

    /// <summary>A file uploaded to the same phone number. Faster than a link, and fails at once instead of later by webhook.</summary>
    /// <param name="MediaId">The id the upload returned; lives 30 days.</param>
    public sealed record ById(string MediaId) : MediaSource;

    /// <summary>
    /// A file the platform fetches once and keeps for ten minutes per address; another query string makes it fetch again.
    /// </summary>
    /// <param name="Link">An absolute http or https address that answers without authentication and with a right content type.</param>
    public sealed record ByLink(Uri Link) : MediaSource;

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => $"MediaSource.{GetType().Name}";

    internal static void Check(MessageChecks checks, MessagePath path, MediaSource? source)
    {
        if (source is ById byId)
            checks.Required($"{path}.id", byId.MediaId, int.MaxValue);
        else if (source is ByLink byLink)
            checks.WebAddress($"{path}.link", byLink.Link);
        else
            checks.Add(path, MessageFaultKind.Missing);
    }

    internal void WriteMember(Utf8JsonWriter writer)
    {
        if (this is ById byId)
            writer.WriteText("id"u8, byId.MediaId);
        else if (this is ByLink { Link: { } link })
            writer.WriteText("link"u8, link.IsAbsoluteUri ? link.AbsoluteUri : link.OriginalString);
    }

    internal void WriteObject(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartObject(name);
        WriteMember(writer);
        writer.WriteEndObject();
    }
}
