using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Webhook subscriptions and the mutations on them.</summary>
internal static class WebhookFields
{
    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("Mutation")
            .Field("webhookSubscriptionCreate", static (call, scope) =>
            {
                var topic = scope.Text("topic")!;
                if (WebhookTopics.ScopeOf(topic) is { } needed) call.Require(scope.FieldName, needed);
                return call.Shop.Subscriptions.Create(topic, scope.Object("webhookSubscription")!);
            })
            .Field("webhookSubscriptionUpdate", static (call, scope) =>
                call.Shop.Subscriptions.Update(Lookup.Number(scope.Text("id"), "WebhookSubscription"), scope.Object("webhookSubscription")!))
            .Field("webhookSubscriptionDelete", static (call, scope) =>
            {
                var id = scope.Text("id")!;
                return call.Shop.Subscriptions.Remove(Lookup.Number(id, "WebhookSubscription"))
                    ? new WebhookPayload(null, []) { DeletedId = id }
                    : WebhookPayload.Refused(["id"], "Webhook subscription does not exist");
            });
        foreach (var name in new[] { "Create", "Update", "Delete" })
        {
            var payload = model.Type<WebhookPayload>($"WebhookSubscription{name}Payload").Field("userErrors", static p => p.UserErrors);
            if (name == "Delete") payload.Field("deletedWebhookSubscriptionId", static p => p.DeletedId);
            else payload.Field("webhookSubscription", static p => p.Subscription);
        }

        model.Type<UserError>("UserError")
            .Field("field", static e => e.Field)
            .Field("message", static e => e.Message);
        model.Type<EmulatedWebhookSubscription>("WebhookSubscription")
            .Field("id", static s => Gid.Of("WebhookSubscription", s.Id))
            .Field("legacyResourceId", static s => s.Id)
            .Field("topic", static s => s.Topic)
            .Field("uri", static s => s.Uri)
            .Field("callbackUrl", static s => s.Uri)
            .Field("format", static s => s.Format)
            .Field("filter", static s => s.Filter)
            .Field("name", static s => s.Name)
            .Field("includeFields", static s => s.IncludeFields)
            .Field("metafieldNamespaces", static s => s.MetafieldNamespaces)
            .Field("metafields", static _ => Array.Empty<object>())
            .Field("apiVersion", static _ => ApiVersions.All.First(static v => v.Handle == ApiVersions.Current))
            .Field("createdAt", static s => s.CreatedAt)
            .Field("updatedAt", static s => s.UpdatedAt);
    }

    public static Page List(GraphCall call, FieldScope scope)
    {
        if (scope.Has("query")) throw GraphError.Unsupported("argument query of webhookSubscriptions");
        var (topics, uri, format) = (scope.Texts("topics"), scope.Text("uri") ?? scope.Text("callbackUrl"), scope.Text("format"));
        return Page.Of(
            call.Shop.WebhookSubscriptions.Where(s => (topics.Count == 0 || topics.Contains(s.Topic))
                && (uri is null || s.Uri == uri) && (format is null || s.Format == format)),
            scope, static s => s.Id);
    }

    public static EmulatedWebhookSubscription? Find(GraphCall call, string? id) =>
        call.Shop.Subscriptions.Find(Lookup.Number(id, "WebhookSubscription"));
}
