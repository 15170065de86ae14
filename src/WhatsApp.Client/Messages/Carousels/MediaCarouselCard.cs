using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>One card of a <see cref="MediaCarouselMessage"/>.</summary>
/// <param name="Header">A picture or a video, given as a link.</param>
/// <param name="Action">What the card's buttons do.</param>
public sealed record MediaCarouselCard(MessageHeader Header, CarouselAction Action)
{
    private const int MaxLineBreaks = 2;

    /// <summary>Text on the card, at most 160 characters and two line breaks; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(MediaCarouselCard);

    internal static void Check(MessageChecks checks, MessagePath path, MediaCarouselCard? card, ref SeenTexts ids)
    {
        if (card is null)
        {
            checks.Add(path, MessageFaultKind.Missing);
            return;
        }

        CheckHeader(checks, $"{path}.header", card.Header);
        checks.Optional($"{path}.body.text", card.Body, 160);
        if (LineBreaks(card.Body) is var breaks and > MaxLineBreaks)
            checks.Add($"{path}.body.text", MessageFaultKind.TooMany, MaxLineBreaks, breaks);
        if (card.Action is null)
            checks.Add($"{path}.action", MessageFaultKind.Missing);
        else
            card.Action.Check(checks, $"{path}.action", ref ids);
    }

    internal void Write(Utf8JsonWriter writer, int index)
    {
        writer.WriteStartObject();
        writer.WriteNumber("card_index"u8, index);
        writer.WriteString("type"u8, "cta_url"u8);
        Header.Write(writer);
        InteractiveParts.WriteTextObject(writer, "body"u8, Body);
        writer.WriteStartObject("action"u8);
        Action.WriteMembers(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void CheckHeader(MessageChecks checks, MessagePath path, MessageHeader? header)
    {
        switch (header)
        {
            case null:
                checks.Add(path, MessageFaultKind.Missing);
                break;
            case MessageHeader.Image { Source: MediaSource.ById }:
                checks.Add($"{path}.image.id", MessageFaultKind.NotAllowed);
                break;
            case MessageHeader.Video { Source: MediaSource.ById }:
                checks.Add($"{path}.video.id", MessageFaultKind.NotAllowed);
                break;
            case MessageHeader.Image or MessageHeader.Video:
                MessageHeader.Check(checks, path, header);
                break;
            default:
                checks.Add($"{path}.type", MessageFaultKind.NotAllowed);
                break;
        }
    }

    private static int LineBreaks(string? text) => text is null ? 0 : text.AsSpan().Count('\n');
}
