using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The name, description or picture of a group changed, or could not be.</summary>
public sealed record GroupSettingsUpdated : GroupEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public GroupSettingsUpdated()
    {
    }

    [SetsRequiredMembers]
    internal GroupSettingsUpdated(in EventOrigin origin, JsonTree json)
        : base(origin, json)
    {
        Settings = Read(origin, json);
    }

    /// <summary>What was to change.</summary>
    public IReadOnlyList<GroupSetting> Settings { get; init; } = ValueList<GroupSetting>.Empty;

    private static ValueList<GroupSetting> Read(EventOrigin origin, JsonTree json) => ValueList<GroupSetting>.Of(
        [.. json.Members.Where(member => member.Value.IsObject).Select(member => new GroupSetting
        {
            Name = member.Key,
            Text = member.Value.Id("text"),
            Succeeded = member.Value.Flag("update_successful"),
            Errors = origin.Errors(member.Value["errors"]),
        })]);
}
