namespace ShopBot.Shopping.Events;

/// <summary>An order came from the chat.</summary>
/// <param name="OrderId">The order's id in the shop; null when not told.</param>
/// <param name="OrderName">The number the customer sees.</param>
/// <param name="How">By what: <c>reference</c> (the order carries the chat's id), <c>cart</c> (it came of the chat's cart) or <c>phone</c> (the same number bought).</param>
/// <param name="Certainty">How sure that is: <c>certain</c> or <c>likely</c>.</param>
public sealed record OrderAttributed(string? OrderId, string OrderName, string How, string Certainty)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "order.attributed";
}
