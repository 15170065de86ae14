namespace Shopify.Client;

internal sealed record BulkRunVariables(string Query, bool GroupObjects);

internal sealed record BulkRunMutationVariables(string Mutation, string StagedUploadPath, string? ClientIdentifier);

internal sealed record BulkIdVariables(string Id);

internal sealed record BulkListVariables(int First, string? After);

internal sealed record BulkUploadVariables(IReadOnlyList<BulkUploadInputWire> Input);

internal sealed record BulkUploadInputWire(string Resource, string Filename, string MimeType, string HttpMethod);

internal sealed record BulkRunData(BulkPayloadWire? BulkOperationRunQuery);

internal sealed record BulkRunMutationData(BulkPayloadWire? BulkOperationRunMutation);

internal sealed record BulkCancelData(BulkPayloadWire? BulkOperationCancel);

internal sealed record BulkGetData(BulkOperationWire? BulkOperation);

internal sealed record BulkListData(NodesWire<BulkOperationWire>? BulkOperations);

internal sealed record BulkUploadData(BulkUploadPayloadWire? StagedUploadsCreate);

internal sealed record BulkUploadPayloadWire(IReadOnlyList<BulkTargetWire?>? StagedTargets, IReadOnlyList<UserErrorWire?>? UserErrors)
{
    public BulkUploadResult ToModel(AnswerShape shape) => new(StagedTargets is [{ } first, ..] ? first.ToModel(shape) : null, UserErrors.ToUserErrors());
}

internal sealed record BulkTargetWire(string? Url, IReadOnlyList<BulkParameterWire?>? Parameters)
{
    public BulkUpload ToModel(AnswerShape shape) => new()
    {
        Url = shape.Need(Url, "stagedTargets.url"),
        Parameters = [.. (Parameters ?? []).OfType<BulkParameterWire>().Select(static field => new BulkUploadField(field.Name ?? string.Empty, field.Value ?? string.Empty))],
    };
}

internal sealed record BulkParameterWire(string? Name, string? Value);

internal sealed record BulkPayloadWire(BulkOperationWire? BulkOperation, IReadOnlyList<UserErrorWire?>? UserErrors)
{
    public BulkOperationResult ToModel(AnswerShape shape) => new(BulkOperation?.ToModel(shape), UserErrors.ToUserErrors());
}

internal sealed record BulkOperationWire(
    string? Id,
    string? Type,
    string? Status,
    string? ErrorCode,
    string? Query,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? CompletedAt,
    long? ObjectCount,
    long? RootObjectCount,
    long? FileSize,
    string? Url,
    string? PartialDataUrl)
{
    public BulkOperation ToModel(AnswerShape shape) => new()
    {
        Id = shape.Need(Id, "bulkOperation.id"),
        Type = new BulkOperationType(Type ?? string.Empty),
        Status = new BulkOperationStatus(Status ?? string.Empty),
        ErrorCode = ErrorCode.ToOpenEnum(static value => new BulkOperationErrorCode(value)),
        Query = Query ?? string.Empty,
        CreatedAt = CreatedAt,
        CompletedAt = CompletedAt,
        ObjectCount = ObjectCount ?? 0,
        RootObjectCount = RootObjectCount ?? 0,
        FileSize = FileSize,
        Url = Url,
        PartialDataUrl = PartialDataUrl,
    };
}
