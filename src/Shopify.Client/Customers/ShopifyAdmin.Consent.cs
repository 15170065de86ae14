namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>
    /// Records whether a customer agreed to marketing by WhatsApp, as the customer's page in the admin shows it. The customer must have a phone number of its own. Scope:
    /// <c>write_customers</c>; protected customer data.
    /// </summary>
    /// <param name="customerGid">The GID, <c>gid://shopify/Customer/1</c>.</param>
    /// <param name="subscribed">Whether the customer agreed.</param>
    /// <param name="at">When it was said.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What was refused; empty when it is recorded.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/customerWhatsAppMarketingConsentUpdate"/>
    public async Task<IReadOnlyList<ShopifyUserError>> SetWhatsAppConsentAsync(string customerGid, bool subscribed, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(customerGid);
        var operation = CustomerOperations.WhatsAppConsent;
        var consent = new MarketingConsentInputWire(subscribed ? "SUBSCRIBED" : "UNSUBSCRIBED", subscribed ? "SINGLE_OPT_IN" : null, at.ToUniversalTime());
        var data = await RequireAsync(operation, new WhatsAppConsentVariables(new WhatsAppConsentInputWire(customerGid, consent)), cancellationToken).ConfigureAwait(false);
        return new AnswerShape(Shop, operation.OperationName).Need(data.CustomerWhatsAppMarketingConsentUpdate, "customerWhatsAppMarketingConsentUpdate").UserErrors.ToUserErrors();
    }
}
