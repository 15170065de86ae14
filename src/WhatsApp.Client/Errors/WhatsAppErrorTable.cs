using System.Collections.Frozen;
using static WhatsApp.Client.WhatsAppRetryClass;

namespace WhatsApp.Client;

/// <summary>Error code to retry class. Codes the platform groups by range are ranges here; a single code wins over its range.</summary>
internal static class WhatsAppErrorTable
{
    private static readonly FrozenDictionary<int, WhatsAppRetryClass> Codes = new Dictionary<int, WhatsAppRetryClass>
    {
        // Graph
        [0] = Account, [1] = UnknownOutcome, [2] = UnknownOutcome, [3] = Account, [4] = NotProcessed, [10] = Account, [33] = Account,
        [100] = FixRequest, [190] = Account, [368] = Account, [613] = NotProcessed, [803] = FixRequest, [80007] = NotProcessed,

        // Sending. 130497 (no messages to this country) concerns one person's country, not the number.
        [130403] = PermanentForRecipient, [130429] = NotProcessed, [130472] = PermanentForRecipient, [130497] = PermanentForRecipient,
        [131000] = UnknownOutcome, [131005] = Account, [131008] = FixRequest, [131009] = FixRequest, [131016] = UnknownOutcome,
        [131020] = FixRequest, [131021] = FixRequest, [131026] = PermanentForRecipient, [131030] = FixRequest, [131031] = Account,
        [131037] = Account, [131041] = FixRequest, [131042] = Account, [131044] = Account, [131045] = Account, [131047] = FixRequest,
        [131048] = WaitLong, [131049] = WaitLong, [131050] = PermanentForRecipient, [131051] = FixRequest, [131052] = FixRequest,
        [131053] = FixRequest, [131055] = FixRequest, [131056] = PairLimit, [131057] = NotProcessed, [131059] = FixRequest,
        [131060] = FixRequest, [131061] = FixRequest, [131062] = FixRequest, [131063] = FixRequest, [131064] = WaitLong,
        [131070] = FixRequest, [131208] = NotProcessed,

        // Templates
        [132000] = FixRequest, [132001] = FixRequest, [132005] = FixRequest, [132007] = FixRequest, [132008] = FixRequest,
        [132012] = FixRequest, [132015] = WaitLong, [132016] = FixRequest, [132018] = FixRequest, [132068] = FixRequest, [132069] = WaitLong,

        // Registration. 136024 (already verified) is as good as success; what matters here is not to repeat it.
        [133000] = NotProcessed, [133004] = NotProcessed, [133005] = FixRequest, [133006] = FixRequest, [133008] = WaitLong,
        [133009] = WaitLong, [133010] = Account, [133015] = NotProcessed, [133016] = WaitLong, [136024] = FixRequest,

        // Payments, marketing messages, parameters, identity
        [134011] = Account, [134100] = FixRequest, [134101] = NotProcessed, [134102] = UnknownOutcome, [135000] = FixRequest, [137000] = FixRequest,

        // Calling: the limits of range 138000-138018
        [138002] = WaitLong, [138005] = WaitLong, [138009] = WaitLong, [138012] = WaitLong,

        // Block list, onboarding (1752041 is a duplicate of what was done), migration, template limits
        [139100] = FixRequest, [139101] = FixRequest, [139102] = NotProcessed, [139103] = UnknownOutcome, [1752041] = FixRequest,
        [2388012] = FixRequest, [2388019] = FixRequest, [2388039] = FixRequest, [2388040] = FixRequest, [2388047] = FixRequest,
        [2388072] = FixRequest, [2388073] = FixRequest, [2388091] = FixRequest, [2388093] = FixRequest, [2388103] = FixRequest,
        [2388293] = FixRequest, [2388299] = FixRequest, [2494100] = NotProcessed, [2494191] = FixRequest,
    }.ToFrozenDictionary();

    private static readonly (int First, int Last, WhatsAppRetryClass Class)[] Ranges =
    [
        (200, 299, Account),              // permissions
        (131201, 131215, FixRequest),     // groups
        (138000, 138018, FixRequest),     // calling
        (139000, 139004, FixRequest),     // flows
        (147001, 147005, FixRequest),     // usernames
        (200005, 200007, FixRequest),     // template insights
        (2494164, 2494179, FixRequest),   // in-app signup links
        (2593107, 2593109, FixRequest),   // coexistence sync
    ];

    public static WhatsAppRetryClass? Find(int code)
    {
        if (Codes.TryGetValue(code, out var single))
            return single;
        foreach (var range in Ranges)
        {
            if (code >= range.First && code <= range.Last)
                return range.Class;
        }

        return null;
    }
}
