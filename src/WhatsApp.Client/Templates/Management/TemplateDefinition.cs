using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A template to create. Everything the platform documents is checked before the call, and <see cref="Fill"/> makes messages of it that fit: a wrong number, kind or
/// name of parameters is found before it is sent.
/// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates">message templates</see>.
/// </summary>
/// <param name="Name">1 to 512 lower-case letters, digits and underscores.</param>
/// <param name="Language">Such as <c>de</c> or <c>en_US</c>.</param>
/// <param name="Category">What it is for. The platform may change it, and with it the price.</param>
public sealed partial record TemplateDefinition(string Name, string Language, TemplateCategory Category)
{
    private const int MaxBody = 1024;
    private const int MaxFooter = 60;

    /// <summary>The header; null for none.</summary>
    public TemplateHeaderFormat? Header { get; init; }

    /// <summary>The text, at most 1,024 characters, with words around its variables. Required, but for authentication.</summary>
    public TemplateContent? Body { get; init; }

    /// <summary>At most 60 characters, without variables; null for none.</summary>
    public string? Footer { get; init; }

    /// <summary>At most ten: two links, one phone number, one coupon code, one call; quick replies together. More than three hide behind a menu.</summary>
    public IReadOnlyList<TemplateButtonFormat> Buttons { get; init; } = [];

    /// <summary>A limited-time offer; null for none.</summary>
    public TemplateOffer? Offer { get; init; }

    /// <summary>The cards of a carousel: none, or 2 to 10 alike.</summary>
    public IReadOnlyList<TemplateCardFormat> Cards { get; init; } = [];

    /// <summary>What an authentication template is made of, instead of all the others; null for other categories.</summary>
    public TemplateOneTimePassword? OneTimePassword { get; init; }

    /// <summary>
    /// How long the platform tries to deliver: authentication 30 seconds to 15 minutes, utility 30 seconds to 12 hours, marketing 12 hours to
    /// 30 days; null for its default.
    /// </summary>
    public TimeSpan? MessageSendTtl { get; init; }

    /// <summary>The name, the language and the category.</summary>
    public override string ToString() => $"TemplateDefinition({Name}, {Language}, {Category})";

    /// <summary>Every documented fault at once; empty when it may be created.</summary>
    public IReadOnlyList<MessageFault> Validate()
    {
        List<MessageFault>? faults = null;
        Check(new MessageChecks(ref faults));
        return faults ?? (IReadOnlyList<MessageFault>)[];
    }

    internal void ThrowIfInvalid()
    {
        var faults = Validate();
        if (faults.Count > 0)
            throw new InvalidMessageException(faults);
    }

    internal static void WriteBody(Utf8JsonWriter writer, TemplateContent body)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "BODY"u8);
        body.WriteBody(writer);
        writer.WriteEndObject();
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteText("name"u8, Name);
        writer.WriteText("language"u8, Language);
        writer.WriteText("category"u8, Category.Value);
        if (OneTimePassword is null)
            writer.WriteString("parameter_format"u8, IsNamed ? "NAMED"u8 : "POSITIONAL"u8);
        if (MessageSendTtl is { } ttl)
            writer.WriteNumber("message_send_ttl_seconds"u8, (long)ttl.TotalSeconds);
        WriteComponents(writer);
    }

    internal void WriteComponents(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("components"u8);
        if (OneTimePassword is not null)
            OneTimePassword.Write(writer, withText: true);
        Header?.Write(writer);
        if (Body is not null)
            WriteBody(writer, Body);
        if (Offer is not null)
            WriteOffer(writer, Offer);
        if (Footer is not null)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "FOOTER"u8);
            writer.WriteText("text"u8, Footer);
            writer.WriteEndObject();
        }

        TemplateButtonRules.Write(writer, Buttons);
        if (Cards.Count > 0)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "CAROUSEL"u8);
            writer.WriteList("cards"u8, Cards, static (json, card) => card.Write(json));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOffer(Utf8JsonWriter writer, TemplateOffer offer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "LIMITED_TIME_OFFER"u8);
        writer.WriteStartObject("limited_time_offer"u8);
        writer.WriteText("text"u8, offer.Text);
        writer.WriteBoolean("has_expiration"u8, offer.HasExpiration);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
