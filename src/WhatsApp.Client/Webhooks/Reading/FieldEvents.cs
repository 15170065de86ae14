namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Makes the events of every field but <c>messages</c>: one per element where the value is a list, so that a bad element is lost alone, and
/// otherwise one per value. A field without records of its own, and a value that holds nothing known, is one <see cref="UnknownEvent"/>.
/// </summary>
internal static class FieldEvents
{
    public static void Add(in EventOrigin origin, ref EventBuffer events)
    {
        var value = origin.Tree(origin.Raw);
        if (!value.IsObject)
        {
            events.Add(new UnknownEvent(origin));
            return;
        }

        var lists = new ValueLists(origin with { TreeStart = origin.Raw.Start }, value);
        var contacts = value["contacts"];
        switch (origin.Field)
        {
            case "calls":
                lists.Add(ref events, "calls", (from, json) => new CallUpdated(from, json, contacts));
                lists.Add(ref events, "statuses", (from, json) => new CallStatusReceived(from, json, contacts));
                break;
            case "user_preferences":
                lists.Add(ref events, "user_preferences", (from, json) => new UserPreferenceChanged(from, json, contacts));
                break;
            case "user_id_update":
                lists.Add(ref events, "user_id_update", (from, json) => new UserIdUpdated(from, json));
                break;
            case "group_lifecycle_update":
                lists.Add(ref events, "groups", (from, json) => new GroupLifecycleUpdated(from, json));
                break;
            case "group_participants_update":
                lists.Add(ref events, "groups", (from, json) => new GroupParticipantsUpdated(from, json));
                break;
            case "group_settings_update":
                lists.Add(ref events, "groups", (from, json) => new GroupSettingsUpdated(from, json));
                break;
            case "group_status_update":
                lists.Add(ref events, "groups", (from, json) => new GroupStatusUpdated(from, json));
                break;
            case "history":
                lists.Add(ref events, "history", (from, json) => new HistoryReceived(from, json));
                break;
            case "smb_message_echoes" or "message_echoes":
                lists.Add(ref events, "message_echoes", (from, json) => new EchoedMessage(from, json, contacts));
                break;
            case "smb_app_state_sync":
                lists.Add(ref events, "state_sync", (from, json) => new ContactSynced(from, json));
                break;
            case "standby":
                lists.Add(ref events, "messages", (from, json) => new StandbyMessage(from, json, contacts));
                lists.Add(ref events, "standby", (from, json) => new StandbyMessage(from, json, contacts));
                break;
            case "automatic_events":
                lists.Add(ref events, "automatic_events", (from, json) => new AutomaticEventDetected(from, json));
                break;
            case "tracking_events":
                lists.Add(ref events, "tracking_events", (from, json) => new TrackingEventReceived(from, json));
                lists.Add(ref events, "events", (from, json) => new TrackingEventReceived(from, json));
                break;
            case "consumer_profile":
                lists.Add(ref events, "consumer_profile", (from, json) => new ConsumerProfileUpdated(from, json, contacts));
                break;
            case "messaging_handovers":
                lists.Add(ref events, "messaging_handovers", (from, json) => new ThreadControlChanged(from, json, contacts));
                break;
        }

        lists.Add(ref events, "errors", (from, _) => new NumberErrorReceived(from));
        if (!lists.HasAny)
            events.Add(ValueEvents.Create(lists.Origin, value));
    }
}
