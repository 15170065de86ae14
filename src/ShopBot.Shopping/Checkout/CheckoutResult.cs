namespace ShopBot.Shopping.Checkout;

/// <summary>The link, or why there is none.</summary>
/// <param name="Link">Where to pay; null when the shop refused all lines.</param>
/// <param name="Notes">What the shop says about the whole, in the shop's words.</param>
public sealed record CheckoutResult(Uri? Link, IReadOnlyList<string> Notes)
{
    /// <summary>What is not as asked, line by line; the link is for what is left. Default none.</summary>
    public IReadOnlyList<CheckoutChange> Changes { get; init; } = [];

    /// <summary>How the link was made, in the provider's word, for logs and metrics; null when the provider has one way only.</summary>
    public string? Way { get; init; }

    /// <summary>What an order that comes of this checkout calls its cart, so that it is known again; null when that is not known.</summary>
    public string? CartToken { get; init; }

    /// <summary>What the customer pays as far as the checkout knows, discounts taken off; null when it does not tell.</summary>
    public Catalog.Money? Total { get; init; }

    /// <summary>Discount codes that do not apply to what is left. Default none.</summary>
    public IReadOnlyList<string> RefusedCodes { get; init; } = [];
}
