namespace ShopBot.Shopping.Events;

/// <summary>A customer came through one of the shop's ways into the chat.</summary>
/// <param name="Source">Which, in the owner's words, such as <c>product</c> for the button on product pages or <c>qr</c> for a printed code.</param>
/// <param name="ProductId">The product it was about; null for none.</param>
public sealed record CustomerEntered(string Source, string? ProductId)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "customer.entered";
}
