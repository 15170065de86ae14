using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What <c>/{phone-number-id}/settings</c> keeps.</summary>
internal sealed class NumberSettings
{
    private readonly Lock _lock = new();
    private readonly JsonObject _values = new()
    {
        ["calling"] = new JsonObject { ["status"] = "DISABLED", ["call_icon_visibility"] = "DEFAULT", ["callback_permission_status"] = "DISABLED" },
        ["storage_configuration"] = new JsonObject { ["status"] = "DEFAULT" },
        ["user_identity_change"] = new JsonObject { ["enable_identity_key_check"] = false },
        ["payload_encryption"] = new JsonObject { ["status"] = "DISABLED" },
    };

    private volatile bool _checksIdentity;
    private volatile bool _hasCalling;

    public bool ChecksIdentity => _checksIdentity;
    public bool HasCalling => _hasCalling;

    public JsonObject Read()
    {
        lock (_lock)
            return (JsonObject)_values.DeepClone();
    }

    public void Merge(string name, JsonObject changes)
    {
        lock (_lock)
        {
            var section = (JsonObject)_values[name]!;
            foreach (var (key, value) in changes)
                section[key] = value?.DeepClone();
            _checksIdentity = (bool)_values["user_identity_change"]!["enable_identity_key_check"]!;
            _hasCalling = (string?)_values["calling"]!["status"] == "ENABLED";
        }
    }
}
