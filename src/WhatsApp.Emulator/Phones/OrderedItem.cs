namespace WhatsApp.Emulator;

/// <summary>One line of a cart that a person sends.</summary>
/// <param name="ProductRetailerId">The product's id in the catalog.</param>
/// <param name="Quantity">How many, at least 1.</param>
/// <param name="ItemPrice">The price of one as the phone showed it; it goes out as a JSON number.</param>
/// <param name="Currency">The currency code, for example <c>EUR</c>.</param>
public sealed record OrderedItem(string ProductRetailerId, int Quantity, decimal ItemPrice, string Currency);
