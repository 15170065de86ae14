namespace Shopify.Client;

internal sealed record WebhookCreateVariables(string Topic, WebhookSubscriptionInput Sub);

internal sealed record WebhookUpdateVariables(string Id, WebhookSubscriptionInput Sub);

internal sealed record WebhookDeleteVariables(string Id);

internal sealed record WebhookListVariables(int First, string? After, IReadOnlyList<string>? Topics, string? Uri);

internal sealed record WebhookCreateData(WebhookPayloadWire? WebhookSubscriptionCreate);

internal sealed record WebhookUpdateData(WebhookPayloadWire? WebhookSubscriptionUpdate);

internal sealed record WebhookDeleteData(WebhookDeletePayloadWire? WebhookSubscriptionDelete);

internal sealed record WebhookListData(NodesWire<WebhookSubscriptionWire>? WebhookSubscriptions);

internal sealed record WebhookPayloadWire(WebhookSubscriptionWire? WebhookSubscription, IReadOnlyList<UserErrorWire?>? UserErrors)
{
    public WebhookSubscriptionChange ToModel(AnswerShape shape) => new(WebhookSubscription?.ToModel(shape), UserErrors.ToUserErrors());
}

internal sealed record WebhookDeletePayloadWire(string? DeletedWebhookSubscriptionId, IReadOnlyList<UserErrorWire?>? UserErrors);

internal sealed record WebhookApiVersionWire(string? Handle, bool? Supported);

internal sealed record WebhookSubscriptionWire(
    string? Id,
    string? Topic,
    string? Uri,
    string? Format,
    string? Filter,
    string? Name,
    IReadOnlyList<string>? IncludeFields,
    IReadOnlyList<string>? MetafieldNamespaces,
    WebhookApiVersionWire? ApiVersion,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt)
{
    public WebhookSubscription ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "webhookSubscription.id"),
        Topic = Topic ?? string.Empty,
        Uri = Uri ?? string.Empty,
        Format = Format ?? string.Empty,
        Filter = string.IsNullOrEmpty(Filter) ? null : Filter,
        Name = string.IsNullOrEmpty(Name) ? null : Name,
        IncludeFields = IncludeFields ?? [],
        MetafieldNamespaces = MetafieldNamespaces ?? [],
        ApiVersion = ApiVersion?.Handle,
        ApiVersionSupported = ApiVersion?.Supported,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}
