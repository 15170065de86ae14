using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text with 2 to 10 cards side by side, each with a picture or video and a button to an address or reply buttons. There is no footer.
/// See <see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages">media carousels</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters.</param>
/// <param name="Cards">2 to 10, all with the same kind and number of buttons; ids of reply buttons unique within the message.</param>
public sealed record MediaCarouselMessage(string Body, IReadOnlyList<MediaCarouselCard> Cards) : OutgoingMessage
{
    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, Body);
        checks.Count("interactive.action.cards", Cards?.Count ?? 0, 2, 10);
        var ids = new SeenTexts();
        for (var i = 0; i < (Cards?.Count ?? 0); i++)
        {
            MediaCarouselCard.Check(checks, $"interactive.action.cards[{i}]", Cards![i], ref ids);
            if (i > 0 && Cards[0] is { } first && Cards[i] is { } card)
                CheckAlike(checks, $"interactive.action.cards[{i}]", first, card);
        }
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "carousel"u8, Body);
        writer.WriteStartArray("cards"u8);
        for (var i = 0; i < Cards.Count; i++)
            Cards[i].Write(writer, i);
        writer.WriteEndArray();
        InteractiveParts.End(writer);
    }

    private static void CheckAlike(MessageChecks checks, MessagePath path, MediaCarouselCard first, MediaCarouselCard card)
    {
        if (first.Action?.ButtonCount != card.Action?.ButtonCount || first.Action?.GetType() != card.Action?.GetType())
            checks.Add($"{path}.action", MessageFaultKind.Mixed);
        if (first.Header?.GetType() != card.Header?.GetType())
            checks.Warn($"{path}.header", MessageFaultKind.Mixed);
    }
}
