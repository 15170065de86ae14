using System.Globalization;
using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>The <c>components</c> of a template or of one of its cards, as the platform wants them.</summary>
internal static class TemplateComponents
{
    public static void Write(Utf8JsonWriter writer, TemplateMessage template)
    {
        var (body, buttons) = Parts(template);
        if (template.Header is null && body.Count == 0 && buttons.Count == 0 && template.OfferExpires is null
            && template.Cards.Count == 0 && template.OtherComponents.Count == 0)
            return;

        writer.WriteStartArray("components"u8);
        WriteParts(writer, template.Header, body, template.OfferExpires, buttons);
        if (template.Cards.Count > 0)
            WriteCards(writer, template.Cards);
        foreach (var component in template.OtherComponents)
            writer.WriteRawValue(component.Span);
        writer.WriteEndArray();
    }

    /// <summary>The body and buttons as sent: a one-time password stands in both.</summary>
    public static (IReadOnlyList<TemplateParameter> Body, IReadOnlyList<TemplateButton> Buttons) Parts(TemplateMessage template) =>
        template.OneTimePassword is { } code ? ([code], [new TemplateButton.Url(0, code)]) : (template.Body, template.Buttons);

    private static void WriteParts(
        Utf8JsonWriter writer,
        TemplateHeader? header,
        IReadOnlyList<TemplateParameter> body,
        DateTimeOffset? offerExpires,
        IReadOnlyList<TemplateButton> buttons)
    {
        if (header is not null)
        {
            Begin(writer, "header"u8);
            writer.WriteStartObject();
            header.Write(writer);
            writer.WriteEndObject();
            End(writer);
        }

        if (body.Count > 0)
        {
            Begin(writer, "body"u8);
            foreach (var parameter in body)
                parameter.Write(writer);
            End(writer);
        }

        if (offerExpires is { } expires)
            WriteOffer(writer, expires);
        foreach (var button in buttons)
            WriteButton(writer, button);
    }

    private static void WriteOffer(Utf8JsonWriter writer, DateTimeOffset expires)
    {
        Begin(writer, "limited_time_offer"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "limited_time_offer"u8);
        writer.WriteStartObject("limited_time_offer"u8);
        writer.WriteNumber("expiration_time_ms"u8, expires.ToUnixTimeMilliseconds());
        writer.WriteEndObject();
        writer.WriteEndObject();
        End(writer);
    }

    private static void WriteButton(Utf8JsonWriter writer, TemplateButton button)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "button"u8);
        writer.WriteString("sub_type"u8, button.SubType);
        writer.WriteString("index"u8, button.Index.ToString(CultureInfo.InvariantCulture));
        writer.WriteStartArray("parameters"u8);
        button.WriteParameters(writer);
        End(writer);
    }

    private static void WriteCards(Utf8JsonWriter writer, IReadOnlyList<TemplateCard> cards)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "carousel"u8);
        writer.WriteStartArray("cards"u8);
        for (var i = 0; i < cards.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("card_index"u8, i);
            writer.WriteStartArray("components"u8);
            WriteParts(writer, cards[i].Header, cards[i].Body, offerExpires: null, cards[i].Buttons);
            End(writer);
        }

        End(writer);
    }

    private static void Begin(Utf8JsonWriter writer, ReadOnlySpan<byte> type)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        writer.WriteStartArray("parameters"u8);
    }

    /// <summary>Closes an array and the object it stands in.</summary>
    private static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
