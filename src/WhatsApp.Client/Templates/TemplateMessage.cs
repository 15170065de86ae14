using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A message made before and approved, with its variables filled in. The only kind that may be sent outside the customer service window.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates">templates</see>.
/// </summary>
/// <param name="Name">The template's name: 1 to 512 lower-case letters, digits and underscores.</param>
/// <param name="Language">
/// The code of the language it exists in, letter by letter: <c>en</c> is not <c>en_US</c>. A wrong one gives error 132001.
/// </param>
public sealed record TemplateMessage(string Name, string Language) : OutgoingMessage
{
    internal const int MaxNameLength = 512;

    /// <summary>How the language is chosen; <c>deterministic</c> is the only policy today. Null leaves it out, which means the same.</summary>
    public string? LanguagePolicy { get; init; }

    /// <summary>What fills the header; null when it has no variable.</summary>
    public TemplateHeader? Header { get; init; }

    /// <summary>What fills the body's variables: texts of 1 to 1,024 characters, all with names or all without.</summary>
    public IReadOnlyList<TemplateParameter> Body { get; init; } = [];

    /// <summary>When the offer of a limited-time offer template ends; null for other templates.</summary>
    public DateTimeOffset? OfferExpires { get; init; }

    /// <summary>What fills the buttons: at most ten, each index once. Buttons without a variable are left out.</summary>
    public IReadOnlyList<TemplateButton> Buttons { get; init; } = [];

    /// <summary>What fills the cards of a carousel template: none, or 2 to 10.</summary>
    public IReadOnlyList<TemplateCard> Cards { get; init; } = [];

    /// <summary>
    /// The code of an authentication template, 1 to 15 characters: fills both the body and the button. Goes to a phone number only, and
    /// stands beside no other part. Null for other templates.
    /// </summary>
    public string? OneTimePassword { get; init; }

    /// <summary>Components this record has no member for, each a UTF-8 JSON object, sent after the others as they are.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> OtherComponents { get; init; } = [];

    /// <inheritdoc/>
    public override string Type => "template";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        checks.TemplateName("template.name", Name);
        checks.Language("template.language.code", Language);
        checks.Optional("template.language.policy", LanguagePolicy, int.MaxValue);
        new TemplateComponentChecks(checks).Check(this);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "template"u8);
        writer.WriteStartObject("template"u8);
        writer.WriteText("name"u8, Name);
        writer.WriteStartObject("language"u8);
        writer.WriteOptionalText("policy"u8, LanguagePolicy);
        writer.WriteText("code"u8, Language);
        writer.WriteEndObject();
        TemplateComponents.Write(writer, this);
        writer.WriteEndObject();
    }
}
