namespace Shopify.Client;

/// <summary>The e-mail that carries an invoice link. What is null is Shopify's own.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/input-objects/EmailInput"/>
public sealed record DraftOrderInvoice
{
    /// <summary>The recipient; null (the default) for the draft's own e-mail address. Personal data.</summary>
    public string? To { get; init; }

    /// <summary>The subject; null (the default) for the shop's template.</summary>
    public string? Subject { get; init; }

    /// <summary>A message above the invoice; null (the default) for none.</summary>
    public string? CustomMessage { get; init; }

    /// <summary>Nothing, because all of it may be personal.</summary>
    /// <returns><c>DraftOrderInvoice</c>.</returns>
    public override string ToString() => nameof(DraftOrderInvoice);
}
