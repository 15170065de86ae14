using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>One card of a carousel template. All cards have the same parts in the same order.</summary>
/// <param name="Header">A picture, a film or a product.</param>
public sealed record TemplateCardFormat(TemplateHeaderFormat Header)
{
    private const int MaxBody = 160;

    /// <summary>At most 160 characters; null for none.</summary>
    public TemplateContent? Body { get; init; }

    /// <summary>The card's buttons.</summary>
    public IReadOnlyList<TemplateButtonFormat> Buttons { get; init; } = [];

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(TemplateCardFormat);

    internal void Check(MessageChecks checks, MessagePath path)
    {
        if (Header is null)
            checks.Add($"{path}.header", MessageFaultKind.Missing);
        else if (Header is not (TemplateHeaderFormat.Media { Kind: "IMAGE" or "VIDEO" } or TemplateHeaderFormat.Product))
            checks.Add($"{path}.header", MessageFaultKind.NotAllowed);
        Header?.Check(checks, $"{path}.header");
        Body?.Check(checks, $"{path}.body", MaxBody, int.MaxValue, needsWords: true);
        TemplateButtonRules.Check(checks, $"{path}.buttons", Buttons);
    }

    /// <summary>Parts and their order, without what is in them.</summary>
    internal string Structure =>
        $"{(Header as TemplateHeaderFormat.Media)?.Kind ?? Header?.GetType().Name}|{Body is not null}|{string.Join(',', Buttons.Select(static button => button?.Type))}";

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("components"u8);
        Header.Write(writer);
        if (Body is not null)
            TemplateDefinition.WriteBody(writer, Body);
        TemplateButtonRules.Write(writer, Buttons);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
