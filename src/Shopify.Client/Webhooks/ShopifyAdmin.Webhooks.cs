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
        var operation = WebhookOperations.Create;
        var variables = new WebhookCreateVariables(topic, new WebhookSubscriptionInputWire(address.AbsoluteUri, "JSON"));
        var data = await RequireAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        var payload = shape.Need(data.WebhookSubscriptionCreate, "webhookSubscriptionCreate");
        var refusals = payload.UserErrors.ToUserErrors();
        if (refusals.Any(IsAlreadyTaken))
            return new WebhookSubscriptionResult(null, AlreadyExisted: true);
        AnswerReader.ThrowIfRefused(refusals, Shop, operation.OperationName);
        return new WebhookSubscriptionResult(shape.Need(payload.WebhookSubscription?.Id, "webhookSubscription.id"), AlreadyExisted: false);
    }

    // This payload's user errors have no code; the text is all there is.
    private static bool IsAlreadyTaken(ShopifyUserError error) =>
        error.Message.Contains("has already been taken", StringComparison.OrdinalIgnoreCase);
}
