using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Shopify.Emulator.Faults;
using Shopify.Emulator.Graph.Validation;

namespace Shopify.Emulator.Graph;

/// <summary>Parses, checks, prices and executes one GraphQL request, in the order and with the answers of production.</summary>
internal static class GraphRunner
{
    private static readonly DocumentExecuter Executer = new();
    private static readonly GraphQLSerializer Serializer = new(
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }, new ErrorShape());

    public static async Task<(ExecutionResult Result, string? Operation)> RunAsync(
        GraphApi api, GraphRequest request, GraphCall call, CostBucket? bucket, Fault? fault, CancellationToken cancellationToken)
    {
        if (!api.Documents.TryGet(request, out var prepared)) prepared = api.Documents.Add(request, await PrepareAsync(api, request, cancellationToken).ConfigureAwait(false));
        var name = prepared!.Operation?.Name?.StringValue;
        if (prepared.Errors.Count > 0) return (Refused(prepared.Errors), name);
        var (document, operation) = (prepared.Document!, prepared.Operation!);
        var wrong = VariableCheck.Run(api.Schema, document, operation, request.Variables);
        if (wrong.Count > 0) return (Refused(wrong), name);

        var variables = request.Variables.ValueKind == JsonValueKind.Object ? Serializer.ReadNode<Inputs>(request.Variables) ?? Inputs.Empty : Inputs.Empty;
        if (!api.IsAdmin && Storefront.InContext.Read(operation, variables, call) is { } refusal) return (Refused(refusal), name);
        var requested = new QueryCost(api.Schema, document, variable => Value(operation, variables, variable)).Requested(operation);
        if (fault?.IsThrottled == true) return (WithCost(Refused(Throttled()), bucket, requested, null), name);
        if (requested > QueryCost.Maximum && (bucket is not null || call.Scopes == OAuth.GrantedScopes.Tokenless))
            return (WithCost(Refused(TooDear(requested)), bucket, requested, null), name);
        if (bucket?.TryTake(requested) == false) return (WithCost(Refused(Throttled()), bucket, requested, null), name);

        var result = await Executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = api.Schema,
            Document = document,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = variables,
            Root = call,
            ValidationRules = [],
            CancellationToken = cancellationToken,
        }).ConfigureAwait(false);
        var actual = result.Data is RootExecutionNode root ? Math.Min(requested, QueryCost.Actual(root, operation.Operation)) : 0;
        bucket?.Return(requested - actual);
        return (WithSearch(WithCost(result, bucket, requested, actual), call), name);
    }

    public static Task WriteAsync(Stream stream, ExecutionResult result, CancellationToken cancellationToken) =>
        Serializer.WriteAsync(stream, result, cancellationToken);

    private static async Task<PreparedDocument> PrepareAsync(GraphApi api, GraphRequest request, CancellationToken cancellationToken)
    {
        GraphQLDocument document;
        try
        {
            document = new GraphQLDocumentBuilder().Build(request.Query);
        }
        catch (Exception e) when ((e as GraphQLSyntaxErrorException ?? e.InnerException) is GraphQLSyntaxErrorException syntax)
        {
            return new(null, null, [SyntaxError(syntax)]);
        }

        if (FindOperation(document, request.OperationName) is not { } operation)
            return new(document, null, [request.OperationName is null
                ? new GraphError("An operation name is required")
                : new GraphError($"No operation named \"{request.OperationName}\"")]);
        return new(document, operation, await StaticCheck.RunAsync(api.Schema, document, operation, cancellationToken).ConfigureAwait(false));
    }

    private static GraphQLOperationDefinition? FindOperation(GraphQLDocument document, string? name)
    {
        var all = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        return string.IsNullOrEmpty(name) ? all.Count == 1 ? all[0] : null : all.Find(o => o.Name?.StringValue == name);
    }

    private static object? Value(GraphQLOperationDefinition operation, Inputs variables, string name) =>
        variables.TryGetValue(name, out var given) && given is not null ? given
            : operation.Variables?.Items.Find(v => v.Variable.Name.StringValue == name)?.DefaultValue is GraphQLIntValue number
                && int.TryParse(number.Value, out var fallback) ? fallback : null;

    private static ExecutionResult Refused(params IEnumerable<GraphError> errors)
    {
        var result = new ExecutionResult();
        foreach (var error in errors) result.AddError(error);
        return result;
    }

    private static GraphError SyntaxError(GraphQLSyntaxErrorException e)
    {
        var what = e.Description.Contains("EOF", StringComparison.Ordinal) ? "unexpected end of file" : e.Description.TrimEnd('.', ' ');
        var error = new GraphError($"syntax error, {what} at [{e.Location.Line}, {e.Location.Column}]", "PARSE_ERROR");
        error.AddLocation(e.Location);
        return error;
    }

    private static GraphError Throttled() => new("Throttled", "THROTTLED", ("documentation", "https://shopify.dev/api/usage/rate-limits"));

    private static GraphError TooDear(int cost) => new(
        $"Query cost is {cost}, which exceeds the single query max cost limit ({QueryCost.Maximum}).", "MAX_COST_EXCEEDED",
        ("cost", cost), ("maxCost", QueryCost.Maximum), ("documentation", "https://shopify.dev/api/usage/rate-limits"));

    private static ExecutionResult WithCost(ExecutionResult result, CostBucket? bucket, int requested, int? actual)
    {
        var cost = new Dictionary<string, object?> { ["requestedQueryCost"] = requested };
        if (bucket is not null)
        {
            cost["actualQueryCost"] = actual;
            cost["throttleStatus"] = new Dictionary<string, object?>
            {
                ["maximumAvailable"] = bucket.Size,
                ["currentlyAvailable"] = Math.Floor(bucket.Available),
                ["restoreRate"] = bucket.PerSecond,
            };
        }

        result.Extensions = new Dictionary<string, object?> { ["cost"] = cost };
        return result;
    }

    private static ExecutionResult WithSearch(ExecutionResult result, GraphCall call)
    {
        if (call.Notes.Count > 0)
            result.Extensions!["search"] = call.Notes.Select(static note => new Dictionary<string, object?>
            {
                ["path"] = note.Path,
                ["query"] = note.Query,
                ["parsed"] = note.Parsed.ToJson(),
                ["warnings"] = note.UnknownFields.Select(static field => new Dictionary<string, object?>
                {
                    ["field"] = field,
                    ["message"] = "Invalid search field for this query.",
                    ["code"] = "invalid_field",
                }).ToList(),
            }).ToList();
        return result;
    }

    private sealed class ErrorShape : IErrorInfoProvider
    {
        public ErrorInfo GetInfo(ExecutionError executionError)
        {
            if (executionError is GraphError error) return new() { Message = error.Message, Extensions = error.Extensions };
            var id = Guid.NewGuid().ToString();
            return new()
            {
                Message = $"Internal error. Looks like something went wrong on our end.\nRequest ID: {id}",
                Extensions = new Dictionary<string, object?> { ["code"] = "INTERNAL_SERVER_ERROR", ["requestId"] = id, ["emulator"] = executionError.ToString() },
            };
        }
    }
}
