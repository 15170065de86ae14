namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>One page of the subscriptions this app made by API. Those of the app's TOML file are never listed.</summary>
    /// <param name="first">How many; 1 to 250.</param>
    /// <param name="after">The <see cref="Page{T}.EndCursor"/> of the page before; null for the first.</param>
    /// <param name="topics">Only these topics, as in the GraphQL enum; null for all.</param>
    /// <param name="uri">Only those with this address; null for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is out of range.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/webhookSubscriptions"/>
    public async Task<Page<WebhookSubscription>> GetWebhookSubscriptionsAsync(
        int first = 100, string? after = null, IReadOnlyList<string>? topics = null, string? uri = null, CancellationToken cancellationToken = default)
    {
        PageSize.Check(first, nameof(first));
        var operation = WebhookOperations.List;
        var data = await RequireAsync(operation, new WebhookListVariables(first, after, topics, uri), cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.WebhookSubscriptions, "webhookSubscriptions").ToPage(subscription => subscription.ToModel(shape));
    }

    /// <summary>All subscriptions this app made by API, page after page as they are asked for.</summary>
    /// <param name="topics">Only these topics, as in the GraphQL enum; null for all.</param>
    /// <param name="uri">Only those with this address; null for all.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The subscriptions.</returns>
    /// <exception cref="ShopifyException">A call failed, thrown while enumerating.</exception>
    public IAsyncEnumerable<WebhookSubscription> EnumerateWebhookSubscriptionsAsync(
        IReadOnlyList<string>? topics = null, string? uri = null, CancellationToken cancellationToken = default) =>
        ShopifyPaging.EnumerateAsync(
            (after, token) => GetWebhookSubscriptionsAsync(100, after, topics, uri, token), cancellationToken: cancellationToken);

    /// <summary>Makes a subscription. Scope: the one of the topic. Compliance topics cannot be subscribed to by API.</summary>
    /// <param name="topic">The topic as in the GraphQL enum, such as <c>ORDERS_PAID</c>.</param>
    /// <param name="input">Address, filter, name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The subscription, or what was refused.</returns>
    /// <exception cref="ArgumentException">The topic or the address is blank.</exception>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/webhookSubscriptionCreate"/>
    public async Task<WebhookSubscriptionChange> CreateWebhookSubscriptionAsync(
        string topic, WebhookSubscriptionInput input, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentException.ThrowIfNullOrWhiteSpace(input.Uri, nameof(input));
        var operation = WebhookOperations.Create;
        var variables = new WebhookCreateVariables(topic, input with { Format = input.Format ?? "JSON" });
        var data = await RequireAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.WebhookSubscriptionCreate, "webhookSubscriptionCreate").ToModel(shape);
    }

    /// <summary>Changes a subscription; its topic cannot be changed.</summary>
    /// <param name="subscriptionGid">The GID, <c>gid://shopify/WebhookSubscription/1</c>.</param>
    /// <param name="input">What shall be different.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The subscription after the change, or what was refused.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/webhookSubscriptionUpdate"/>
    public async Task<WebhookSubscriptionChange> UpdateWebhookSubscriptionAsync(
        string subscriptionGid, WebhookSubscriptionInput input, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subscriptionGid);
        ArgumentNullException.ThrowIfNull(input);
        var operation = WebhookOperations.Update;
        var data = await RequireAsync(operation, new WebhookUpdateVariables(subscriptionGid, input), cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.WebhookSubscriptionUpdate, "webhookSubscriptionUpdate").ToModel(shape);
    }

    /// <summary>Deletes a subscription.</summary>
    /// <param name="subscriptionGid">The GID, <c>gid://shopify/WebhookSubscription/1</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What was refused, such as that there is none with this id; empty when it is deleted.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/mutations/webhookSubscriptionDelete"/>
    public async Task<IReadOnlyList<ShopifyUserError>> DeleteWebhookSubscriptionAsync(string subscriptionGid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subscriptionGid);
        var operation = WebhookOperations.Delete;
        var data = await RequireAsync(operation, new WebhookDeleteVariables(subscriptionGid), cancellationToken).ConfigureAwait(false);
        var shape = new AnswerShape(Shop, operation.OperationName);
        var payload = shape.Need(data.WebhookSubscriptionDelete, "webhookSubscriptionDelete");
        var refused = payload.UserErrors.ToUserErrors();
        if (refused.Count == 0)
            _ = shape.Need(payload.DeletedWebhookSubscriptionId, "webhookSubscriptionDelete.deletedWebhookSubscriptionId");
        return refused;
    }
}
