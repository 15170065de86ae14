namespace Shopify.Emulator.Graph;

/// <summary>An entry of <c>userErrors</c>. Types with a <c>code</c> show <paramref name="Code"/>; the plain <c>UserError</c> has none.</summary>
internal sealed record UserError(IReadOnlyList<string>? Field, string Message, string? Code = null)
{
    public int? ElementIndex { get; init; }
}

/// <summary>What a mutation answers: named values, or the errors that kept it from happening.</summary>
internal sealed record Answer(IReadOnlyDictionary<string, object?> Values, IReadOnlyList<UserError> UserErrors)
{
    public static Answer Of(params IEnumerable<(string Name, object? Value)> values) =>
        new(values.ToDictionary(static v => v.Name, static v => v.Value), []);

    public static Answer Refused(params IEnumerable<UserError> errors) => new(new Dictionary<string, object?>(), [.. errors]);

    /// <summary>The value, or what stood in its way.</summary>
    public static Answer OfResult(string name, object? value, IReadOnlyList<UserError> errors) => new(new Dictionary<string, object?> { [name] = value }, errors);
}

/// <summary>Declaring payload types of mutations.</summary>
internal static class AnswerTypes
{
    /// <summary>A payload type with these fields beside <c>userErrors</c>.</summary>
    public static void Payload(this GraphModel model, string type, params ReadOnlySpan<string> fields)
    {
        var payload = model.Type<Answer>(type).Field("userErrors", static a => a.UserErrors);
        foreach (var field in fields)
        {
            var name = field;
            payload.Field(name, a => a.Values.GetValueOrDefault(name));
        }
    }

    /// <summary>An error type with a code.</summary>
    public static TypeModel<UserError> CodedError(this GraphModel model, string type) => model.Type<UserError>(type)
        .Field("field", static e => e.Field)
        .Field("message", static e => e.Message)
        .Field("code", static e => e.Code);
}
