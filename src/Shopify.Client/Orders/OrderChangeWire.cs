namespace Shopify.Client;

internal sealed record OrderTagVariables(string Id, IReadOnlyList<string> Tags);

internal sealed record OrderTagData(TagsAddPayloadWire? TagsAdd);

internal sealed record TagsAddPayloadWire(IdentifierWire? Node, IReadOnlyList<UserErrorWire?>? UserErrors);

internal sealed record OrderCancelVariables(string OrderId, string Reason, bool Restock, bool NotifyCustomer);

internal sealed record OrderCancelData(OrderCancelPayloadWire? OrderCancel);

internal sealed record OrderCancelPayloadWire(IdentifierWire? Job, IReadOnlyList<UserErrorWire?>? OrderCancelUserErrors);
