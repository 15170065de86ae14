using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What people see of a business, its commerce switches, prompts and commands, username, and the key of its flows.</summary>
internal sealed class BusinessProfile
{
    private readonly Lock _lock = new();
    private readonly JsonObject _fields = new() { ["about"] = "Available", ["vertical"] = "OTHER" };
    private JsonArray _prompts = [];
    private JsonArray _commands = [];

    public bool IsCatalogVisible { get; set; } = true;
    public bool IsCartEnabled { get; set; } = true;
    public string? Username { get; set; }
    public string UsernameStatus { get; set; } = "approved";
    public (string? Key, int Registration) PublicKey { get; set; }

    public JsonObject Read()
    {
        lock (_lock)
            return (JsonObject)_fields.DeepClone();
    }

    public void Write(JsonObject changes)
    {
        lock (_lock)
        {
            foreach (var (name, value) in changes)
                _fields[name] = value?.DeepClone();
        }
    }

    public JsonObject Automation(string numberId)
    {
        lock (_lock)
            return new JsonObject { ["id"] = numberId, ["prompts"] = _prompts.DeepClone(), ["commands"] = _commands.DeepClone() };
    }

    public void Automate(JsonArray? prompts, JsonArray? commands)
    {
        lock (_lock)
            (_prompts, _commands) = (prompts ?? _prompts, commands ?? _commands);
    }
}
