namespace ShopBot.Shopping.Events;

/// <summary>What became of an order to be paid on delivery.</summary>
/// <param name="OrderId">Its id in the shop.</param>
/// <param name="Answer"><c>confirmed</c>, <c>cancelled</c>, or <c>unanswered</c>.</param>
public sealed record CashOnDeliveryAnswered(string OrderId, string Answer)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "order.cod_answered";
}
