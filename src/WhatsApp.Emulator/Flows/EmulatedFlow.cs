using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>A flow of an account: stored, listed and checked for its state, not run.</summary>
internal sealed class EmulatedFlow(EmulatedCloud cloud, EmulatedWaba waba, string name, IReadOnlyList<string> categories)
{
    public string Id { get; } = MessageIds.NewObject();
    public EmulatedWaba Waba => waba;
    public string Name { get; set; } = name;
    public IReadOnlyList<string> Categories { get; set; } = categories;
    public string Status { get; private set; } = "DRAFT";
    public string? EndpointUri { get; set; }
    public string? Json { get; set; }
    public JsonArray Errors { get; set; } = [];
    public TokenBucket Throttle { get; } = new(10, TimeSpan.FromMinutes(6), cloud.Time);
    public DateTimeOffset UpdatedAt { get; set; } = cloud.Time.GetUtcNow();

    public Task MoveAsync(string status, CancellationToken cancellationToken)
    {
        var value = new JsonObject
        {
            ["event"] = "FLOW_STATUS_CHANGE", ["message"] = $"Flow {Name} changed from {Status} to {status}.", ["flow_id"] = Id, ["old_status"] = Status, ["new_status"] = status,
        };
        Status = status;
        return cloud.Sender.RaiseAsync(AccountEvent.Of(waba, "flows", value), cancellationToken);
    }
}
