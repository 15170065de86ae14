namespace ShopBot.Shopping.CashOnDelivery;

/// <summary>An order to be paid on delivery that waits for the customer's answer.</summary>
/// <param name="OrderId">Its id in the shop.</param>
/// <param name="OrderName">The number the customer sees.</param>
/// <param name="AskedAt">When the customer was asked.</param>
public sealed record OrderToConfirm(string OrderId, string OrderName, DateTimeOffset AskedAt);
