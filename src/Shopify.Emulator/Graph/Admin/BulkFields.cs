using Shopify.Emulator.BulkOperations;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Type <c>BulkOperation</c>, and running and cancelling bulk queries.</summary>
internal static class BulkFields
{
    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("QueryRoot")
            .Field("bulkOperation", static (call, scope) => call.Shop.Bulk.Find(Lookup.Number(scope.Text("id"), "BulkOperation")))
            .Field("bulkOperations", static (call, scope) => scope.Has("query") ? throw GraphError.Unsupported("argument query of bulkOperations")
                : Page.Of(call.Shop.Bulk.All.OrderByDescending(static o => o.CreatedAt).ThenByDescending(static o => o.Id), scope, static o => o.Id))
            .Field("currentBulkOperation", static (call, _) => call.Shop.Bulk.All is [.., var last] ? last : null);
        model.Type<GraphCall>("Mutation")
            .FieldAsync("bulkOperationRunQuery", static async (call, scope) =>
                await call.Shop.Bulk.StartAsync(call, scope.Text("query") ?? "", CancellationToken.None).ConfigureAwait(false))
            .Field("bulkOperationCancel", static (call, scope) => call.Shop.Bulk.Find(Lookup.Number(scope.Text("id"), "BulkOperation")) is { } found
                ? call.Shop.Bulk.Cancel(found) : Answer.Refused(new UserError(["id"], "Bulk operation does not exist")));
        model.Payload("BulkOperationRunQueryPayload", "bulkOperation");
        model.Payload("BulkOperationCancelPayload", "bulkOperation");
        model.CodedError("BulkOperationUserError");
        model.Type<BulkOperation>("BulkOperation")
            .Field("id", static o => o.Gid)
            .Field("status", static (o, scope) => scope.Call.Shop.Bulk.Status(o))
            .Field("errorCode", static o => o.ErrorCode)
            .Field("type", static _ => "QUERY")
            .Field("query", static o => o.Query)
            .Field("createdAt", static o => o.CreatedAt)
            .Field("completedAt", static o => o.CompletedAt)
            .Field("objectCount", static o => o.ObjectCount)
            .Field("rootObjectCount", static o => o.RootObjectCount)
            .Field("fileSize", static o => o.File is { Length: > 0 } file ? file.Length : null)
            .Field("url", static (o, scope) => scope.Call.Shop.Bulk.Url(o))
            .Field("partialDataUrl", static _ => null);
    }
}
