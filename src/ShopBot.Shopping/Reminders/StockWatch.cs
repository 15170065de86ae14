namespace ShopBot.Shopping.Reminders;

/// <summary>A sold-out variant a customer wants to hear of.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="VariantId">The variant.</param>
/// <param name="Title">Its name.</param>
/// <param name="Since">When the customer asked.</param>
public sealed record StockWatch(string ProductId, string VariantId, string Title, DateTimeOffset Since);
