namespace WhatsApp.Client.Webhooks;

/// <summary>What happened to a group. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct GroupEventType(string Value)
{
    /// <summary>It was made, or could not be.</summary>
    public static GroupEventType Create => new("group_create");

    /// <summary>It was deleted, or could not be.</summary>
    public static GroupEventType Delete => new("group_delete");

    /// <summary>People joined.</summary>
    public static GroupEventType ParticipantsAdd => new("group_participants_add");

    /// <summary>People left or were removed.</summary>
    public static GroupEventType ParticipantsRemove => new("group_participants_remove");

    /// <summary>Somebody asks to join.</summary>
    public static GroupEventType JoinRequestCreated => new("group_join_request_created");

    /// <summary>Somebody no longer asks to join.</summary>
    public static GroupEventType JoinRequestRevoked => new("group_join_request_revoked");

    /// <summary>Its name, description or picture changed, or could not be.</summary>
    public static GroupEventType SettingsUpdate => new("group_settings_update");

    /// <summary>The platform suspended it.</summary>
    public static GroupEventType Suspend => new("group_suspend");

    /// <summary>It is no longer suspended.</summary>
    public static GroupEventType SuspendCleared => new("group_suspend_cleared");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
