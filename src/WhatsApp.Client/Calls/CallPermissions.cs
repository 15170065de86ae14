using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>Whether a person may be called.</summary>
/// <param name="Status"><c>no_permission</c>, <c>temporary</c> or <c>permanent</c>; an open set.</param>
/// <param name="ExpiresAt">When a temporary permission ends; null otherwise.</param>
/// <param name="Actions">What may be done, and how often.</param>
public sealed record CallPermissions(string Status, DateTimeOffset? ExpiresAt, IReadOnlyList<CallAction> Actions)
{
    internal static CallPermissions Read(JsonElement answer)
    {
        var permission = answer.Member("permission");
        return new CallPermissions(
            permission.Text("status") ?? "",
            permission.LongNumber("expiration_time") is > 0 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            [.. answer.Items("actions").Select(static action => new CallAction(
                action.Text("action_name") ?? "",
                action.IsTrue("can_perform_action"),
                [.. action.Items("limits").Select(static limit => new CallLimit(
                    limit.Text("time_period") ?? "", limit.Number("max_allowed") ?? 0, limit.Number("current_usage") ?? 0))]))]);
    }
}
