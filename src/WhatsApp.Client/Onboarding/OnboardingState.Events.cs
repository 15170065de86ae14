using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client;

public sealed partial record OnboardingState
{
    /// <summary>What a webhook adds: parts of the history, contacts and messages of the WhatsApp Business app, and partners coming and going. Others change nothing.</summary>
    /// <param name="occurred">An event of any account.</param>
    public OnboardingState After(WebhookEvent occurred)
    {
        ArgumentNullException.ThrowIfNull(occurred);
        return occurred switch
        {
            AccountUpdated update when Waba is not null && (update.SubjectWabaId ?? new WabaId(update.WabaId)) == Waba => AfterUpdate(update),
            HistoryReceived history when IsOurs(history) && history.Errors.Count > 0 => this with { SyncRefusal = history.Errors[0].Code },
            HistoryReceived history when IsOurs(history) => this with { HistoryProgress = Math.Max(HistoryProgress ?? 0, history.Progress ?? 0) },
            ContactSynced contact when IsOurs(contact) && contact.Action == ContactSyncAction.Add => this with { ContactsSynced = ContactsSynced + 1 },
            EchoedMessage echo when IsOurs(echo) => this with { HasEchoes = true },
            _ => this,
        };
    }

    private OnboardingState AfterUpdate(AccountUpdated update)
    {
        if (update.Event == AccountUpdateKind.PartnerAdded || update.Event == AccountUpdateKind.PartnerAppInstalled)
            return this with { IsPartnerAnnounced = true, BusinessId = BusinessId ?? update.OwnerBusinessId };
        return update.Event == AccountUpdateKind.PartnerRemoved || update.Event == AccountUpdateKind.PartnerAppUninstalled || update.Event == AccountUpdateKind.AccountDeleted
            ? this with { HasLeft = true }
            : this;
    }

    private bool IsOurs(WebhookEvent occurred) => Number is not null && occurred.PhoneNumberId == Number;
}
