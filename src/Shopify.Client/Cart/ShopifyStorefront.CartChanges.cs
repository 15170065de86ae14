namespace Shopify.Client;

public sealed partial class ShopifyStorefront
{
    /// <summary>Puts more into a cart. Scope: <c>unauthenticated_write_checkouts</c>. Not repeated after a lost answer, because that could add twice.</summary>
    /// <param name="cartId">The whole <see cref="Cart.Id"/>.</param>
    /// <param name="lines">1 to 250 lines.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The cart after the change.</returns>
    /// <exception cref="ArgumentException">No lines, more than 250, or a quantity below 1.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/mutations/cartLinesAdd"/>
    public Task<CartResult> AddCartLinesAsync(string cartId, IReadOnlyList<CartLineInput> lines, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cartId);
        ArgumentNullException.ThrowIfNull(lines);
        CheckLines(lines, nameof(lines));
        return ChangeAsync(CartOperations.LinesAdd, new CartLinesAddVariables(cartId, [.. lines.Select(CartLineInputWire.From)]), cancellationToken);
    }

    /// <summary>Changes quantities, variants or attributes of lines. Scope: <c>unauthenticated_write_checkouts</c>.</summary>
    /// <param name="cartId">The whole <see cref="Cart.Id"/>.</param>
    /// <param name="lines">1 to 250 changes; quantity 0 removes a line.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The cart after the change.</returns>
    /// <exception cref="ArgumentException">No changes, more than 250, or a negative quantity.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/mutations/cartLinesUpdate"/>
    public Task<CartResult> UpdateCartLinesAsync(string cartId, IReadOnlyList<CartLineUpdate> lines, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cartId);
        ArgumentNullException.ThrowIfNull(lines);
        CheckCount(lines.Count, nameof(lines));
        if (lines.Any(static line => line.Quantity < 0))
            throw new ArgumentException("A quantity is below 0.", nameof(lines));
        return ChangeAsync(CartOperations.LinesUpdate, new CartLinesUpdateVariables(cartId, [.. lines.Select(CartLineUpdateWire.From)]), cancellationToken);
    }

    /// <summary>Takes lines out of a cart. Scope: <c>unauthenticated_write_checkouts</c>.</summary>
    /// <param name="cartId">The whole <see cref="Cart.Id"/>.</param>
    /// <param name="lineIds">1 to 250 of <see cref="CartLine.Id"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The cart after the change; a line that was no longer there is a user error.</returns>
    /// <exception cref="ArgumentException">No ids or more than 250.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/mutations/cartLinesRemove"/>
    public Task<CartResult> RemoveCartLinesAsync(string cartId, IReadOnlyList<string> lineIds, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cartId);
        ArgumentNullException.ThrowIfNull(lineIds);
        CheckCount(lineIds.Count, nameof(lineIds));
        return ChangeAsync(CartOperations.LinesRemove, new CartLinesRemoveVariables(cartId, lineIds), cancellationToken);
    }

    /// <summary>Replaces a cart's discount codes. Scope: <c>unauthenticated_write_checkouts</c>.</summary>
    /// <param name="cartId">The whole <see cref="Cart.Id"/>.</param>
    /// <param name="codes">All codes the cart shall have, at most 250; empty removes them. One that does not apply becomes a warning.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The cart after the change.</returns>
    /// <exception cref="ArgumentException">More than 250 codes.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/mutations/cartDiscountCodesUpdate"/>
    public Task<CartResult> SetCartDiscountCodesAsync(string cartId, IReadOnlyList<string> codes, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cartId);
        ArgumentNullException.ThrowIfNull(codes);
        CheckAtMost(codes.Count, nameof(codes));
        return ChangeAsync(CartOperations.Discounts, new CartDiscountsVariables(cartId, codes), cancellationToken);
    }

    /// <summary>Says who is buying. Scope: <c>unauthenticated_write_checkouts</c>. A new country changes currency and prices.</summary>
    /// <param name="cartId">The whole <see cref="Cart.Id"/>.</param>
    /// <param name="buyer">What is known; what is null stays as it is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The cart after the change.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/mutations/cartBuyerIdentityUpdate"/>
    public Task<CartResult> SetCartBuyerIdentityAsync(string cartId, CartBuyerIdentity buyer, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cartId);
        ArgumentNullException.ThrowIfNull(buyer);
        var identity = new CartBuyerWire(buyer.CountryCode?.ToUpperInvariant(), buyer.Email, buyer.Phone);
        return ChangeAsync(CartOperations.Buyer, new CartBuyerVariables(cartId, identity), cancellationToken);
    }

    /// <summary>Replaces all attributes of a cart. Scope: <c>unauthenticated_write_checkouts</c>.</summary>
    /// <param name="cartId">The whole <see cref="Cart.Id"/>.</param>
    /// <param name="attributes">All attributes the cart shall have, at most 250; empty removes them. Never a phone number or a name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The cart after the change.</returns>
    /// <exception cref="ArgumentException">More than 250 attributes.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/mutations/cartAttributesUpdate"/>
    public Task<CartResult> SetCartAttributesAsync(string cartId, IReadOnlyList<CartAttribute> attributes, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cartId);
        ArgumentNullException.ThrowIfNull(attributes);
        CheckAtMost(attributes.Count, nameof(attributes));
        return ChangeAsync(CartOperations.Attributes, new CartAttributesVariables(cartId, attributes), cancellationToken);
    }

    /// <summary>Replaces the note of a cart. Scope: <c>unauthenticated_write_checkouts</c>.</summary>
    /// <param name="cartId">The whole <see cref="Cart.Id"/>.</param>
    /// <param name="note">At most 5 000 characters, more is a user error; empty removes the note.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The cart after the change.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/mutations/cartNoteUpdate"/>
    public Task<CartResult> SetCartNoteAsync(string cartId, string note, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cartId);
        ArgumentNullException.ThrowIfNull(note);
        return ChangeAsync(CartOperations.Note, new CartNoteVariables(cartId, note), cancellationToken);
    }

    private static void CheckCount(int count, string parameterName)
    {
        if (count is 0 or > MaxInputs)
            throw new ArgumentException("One call takes 1 to 250 entries.", parameterName);
    }

    private static void CheckAtMost(int count, string parameterName)
    {
        if (count > MaxInputs)
            throw new ArgumentException("One call takes at most 250 entries.", parameterName);
    }
}
