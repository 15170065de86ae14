using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>The webhooks of groups.</summary>
internal static class GroupEvents
{
    public static Task CreatedAsync(EmulatedGroup group, string requestId, EmulatedCloud cloud, CancellationToken cancellationToken)
    {
        var item = Item(group, "group_create", cloud);
        item["request_id"] = requestId;
        item["subject"] = group.Subject;
        if (group.Description is { } description)
            item["description"] = description;
        item["invite_link"] = group.InviteLink;
        item["join_approval_mode"] = group.NeedsApproval ? "approval_required" : "auto_approve";
        return RaiseAsync(group, "group_lifecycle_update", item, cloud, cancellationToken);
    }

    public static Task DeletedAsync(EmulatedGroup group, string requestId, EmulatedCloud cloud, CancellationToken cancellationToken)
    {
        var item = Item(group, "group_delete", cloud);
        item["request_id"] = requestId;
        return RaiseAsync(group, "group_lifecycle_update", item, cloud, cancellationToken);
    }

    public static Task SettingsAsync(EmulatedGroup group, string requestId, IEnumerable<string> changed, EmulatedCloud cloud, CancellationToken cancellationToken)
    {
        var item = Item(group, "group_settings_update", cloud);
        item["request_id"] = requestId;
        foreach (var name in changed)
            item[$"group_{name}"] = new JsonObject { ["text"] = name == "subject" ? group.Subject : group.Description, ["update_successful"] = true };
        return RaiseAsync(group, "group_settings_update", item, cloud, cancellationToken);
    }

    public static Task StatusAsync(EmulatedGroup group, string type, EmulatedCloud cloud, CancellationToken cancellationToken) =>
        RaiseAsync(group, "group_status_update", Item(group, type, cloud), cloud, cancellationToken);

    public static Task AddedAsync(EmulatedGroup group, IEnumerable<EmulatedPhone> people, EmulatedCloud cloud, CancellationToken cancellationToken)
    {
        var item = Item(group, "group_participants_add", cloud);
        item["added_participants"] = new JsonArray([.. people.Select(phone => Participant(phone, group.Number))]);
        return RaiseAsync(group, "group_participants_update", item, cloud, cancellationToken);
    }

    public static Task RemovedAsync(EmulatedGroup group, IEnumerable<EmulatedPhone> people, string by, EmulatedCloud cloud, CancellationToken cancellationToken, string? requestId = null)
    {
        var item = Item(group, "group_participants_remove", cloud);
        item["initiated_by"] = by;
        if (requestId is not null)
            item["request_id"] = requestId;
        item["removed_participants"] = new JsonArray([.. people.Select(phone => Participant(phone, group.Number))]);
        return RaiseAsync(group, "group_participants_update", item, cloud, cancellationToken);
    }

    public static Task JoinRequestAsync(EmulatedGroup group, EmulatedPhone phone, string request, EmulatedCloud cloud, CancellationToken cancellationToken)
    {
        var item = Item(group, "group_join_request_created", cloud);
        item["join_request_id"] = request;
        foreach (var (name, value) in Participant(phone, group.Number))
        {
            if (name != "input")
                item[name] = value?.DeepClone();
        }

        return RaiseAsync(group, "group_participants_update", item, cloud, cancellationToken);
    }

    public static JsonObject Participant(EmulatedPhone phone, EmulatedNumber number)
    {
        var participant = new JsonObject();
        if (phone.VisibleWaId(number) is { } waId)
        {
            participant["input"] = waId;
            participant["wa_id"] = waId;
        }

        if (phone.UserIdFor(number) is { } userId)
            participant["user_id"] = userId;
        return participant;
    }

    private static JsonObject Item(EmulatedGroup group, string type, EmulatedCloud cloud) => new()
    {
        ["timestamp"] = cloud.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ["group_id"] = group.Id, ["type"] = type,
    };

    private static Task RaiseAsync(EmulatedGroup group, string field, JsonObject item, EmulatedCloud cloud, CancellationToken cancellationToken) =>
        cloud.Sender.RaiseAsync(new JsonEvent(group.Number.Waba, group.Number, field, item) { List = "groups" }, cancellationToken);
}
