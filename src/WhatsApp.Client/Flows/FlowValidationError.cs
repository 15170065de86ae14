using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>Something wrong with the JSON of a flow.</summary>
/// <param name="Error">The platform's word, such as <c>INVALID_PROPERTY_VALUE</c>.</param>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Line">Where it begins; null when unknown.</param>
/// <param name="Column">Where in the line; null when unknown.</param>
public sealed record FlowValidationError(string Error, string? Message, int? Line, int? Column)
{
    internal static IReadOnlyList<FlowValidationError> ReadAll(JsonElement node) =>
        [.. node.Items("validation_errors").Select(static one => new FlowValidationError(
            one.Text("error") ?? "", one.Text("message"), one.Number("line_start"), one.Number("column_start")))];
}
