namespace ShopBot.Shopping.Orders;

/// <summary>A line of an order.</summary>
/// <param name="VariantId">What.</param>
/// <param name="Title">Its name then.</param>
/// <param name="Quantity">How many; from 1.</param>
public sealed record OrderedLine(string VariantId, string Title, int Quantity);
