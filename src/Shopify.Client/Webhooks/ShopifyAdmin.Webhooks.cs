namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>Has a topic sent to an address. Safe to repeat: a subscription that is already there counts as success.</summary>
    /// <param name="topic">The topic as in the GraphQL enum, such as <c>ORDERS_PAID</c>. Scope: the one of the topic. Compliance topics cannot be subscribed to by API.</param>
    /// <param name="address">The public <c>https</c> address.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The new subscription, or that it already existed.</returns>
    /// <exception cref="ShopifyUserErrorsException">Shopify refused the address.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/webhookSubscriptionCreate"/>
    public async Task<WebhookSubscriptionResult> SubscribeWebhookAsync(string topic, Uri address, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        ArgumentNullException.ThrowIfNull(address);
        var input = new WebhookSubscriptionInput { Uri = address.AbsoluteUri };
        var change = await CreateWebhookSubscriptionAsync(topic, input, cancellationToken).ConfigureAwait(false);
        if (change.AlreadyExists)
            return new WebhookSubscriptionResult(null, AlreadyExisted: true);
        var name = WebhookOperations.Create.OperationName;
        AnswerReader.ThrowIfRefused(change.UserErrors, Shop, name);
        return new WebhookSubscriptionResult(new AnswerShape(Shop, name).Need(change.Subscription, "webhookSubscription").Id, AlreadyExisted: false);
    }
}
