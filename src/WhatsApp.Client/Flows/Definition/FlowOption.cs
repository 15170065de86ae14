using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>One thing to choose.</summary>
/// <param name="Id">What comes back.</param>
/// <param name="Title">What is shown: 1 to 30 characters.</param>
public sealed record FlowOption(string Id, string Title)
{
    /// <summary>Below the title, at most 300 characters; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Beside the title, at most 20 characters; null for nothing.</summary>
    public string? Metadata { get; init; }

    /// <summary>Whether it can be chosen; null for yes.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => $"FlowOption({Id})";

    internal void Check(MessageChecks checks, MessagePath path)
    {
        checks.Required($"{path}.id", Id, int.MaxValue);
        checks.Required($"{path}.title", Title, 30);
        checks.Optional($"{path}.description", Description, 300);
        checks.Optional($"{path}.metadata", Metadata, 20);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("id"u8, Id);
        writer.WriteText("title"u8, Title);
        writer.WriteOptionalText("description"u8, Description);
        writer.WriteOptionalText("metadata"u8, Metadata);
        if (IsEnabled is { } enabled)
            writer.WriteBoolean("enabled"u8, enabled);
        writer.WriteEndObject();
    }
}
