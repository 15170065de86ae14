namespace Shopify.Client;

/// <summary>A discount code on a cart.</summary>
/// <param name="Code">The code as given.</param>
/// <param name="Applicable">Whether it lowers the price of this cart; a <see cref="CartWarning"/> says why not.</param>
public sealed record CartDiscountCode(string Code, bool Applicable);
