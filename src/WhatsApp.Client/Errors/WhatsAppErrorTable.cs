using System.Collections.Frozen;
using static WhatsApp.Client.WhatsAppRetryClass;

namespace WhatsApp.Client;

/// <summary>Error code to retry class. Codes the platform groups by range are ranges here; a single code wins over its range.</summary>
internal static class WhatsAppErrorTable
{
    private static readonly (WhatsAppRetryClass Class, int[] Codes)[] Singles =
    [
        // Call, throughput, maintenance and registration limits; 131208 is the group rate limit.
        (NotProcessed, [4, 613, 80007, 130429, 131057, 131208, 133000, 133004, 133015, 134101, 139102, 2494100]),
        (PairLimit, [131056]),
        (UnknownOutcome, [1, 2, 131000, 131016, 134102, 139103]),

        // Spam and marketing limits, paused templates, PIN guesses, calling limits.
        (WaitLong, [131048, 131049, 131064, 132015, 132069, 133008, 133009, 133016, 138002, 138005, 138009, 138012]),
        (Account, [0, 3, 10, 33, 190, 368, 131005, 131031, 131037, 131042, 131044, 131045, 133010, 134011]),

        // 130497 (no messages to this country) concerns one person's country, not the number.
        (PermanentForRecipient, [130403, 130472, 130497, 131026, 131050]),

        // 136024 (already verified) and 1752041 (already done) are as good as success; what matters here is not to repeat them.
        (FixRequest, [100, 803, 135000, 136024, 137000, 1752041]),
        (FixRequest, [131008, 131009, 131020, 131021, 131030, 131041, 131047, 131051, 131052, 131053]),
        (FixRequest, [131055, 131059, 131060, 131061, 131062, 131063, 131070]),
        (FixRequest, [132000, 132001, 132005, 132007, 132008, 132012, 132016, 132018, 132068]),
        (FixRequest, [133005, 133006, 134100, 139100, 139101]),
        (FixRequest, [2388012, 2388019, 2388039, 2388040, 2388047, 2388072, 2388073, 2388091, 2388093, 2388103, 2388293, 2388299, 2494191]),
    ];

    private static readonly (int First, int Last, WhatsAppRetryClass Class)[] Ranges =
    [
        (200, 299, Account), // permissions
        (131201, 131215, FixRequest), // groups
        (138000, 138018, FixRequest), // calling
        (139000, 139004, FixRequest), // flows
        (147001, 147005, FixRequest), // usernames
        (200005, 200007, FixRequest), // template insights
        (2494164, 2494179, FixRequest), // in-app signup links
        (2593107, 2593109, FixRequest), // coexistence sync
    ];

    private static readonly FrozenDictionary<int, WhatsAppRetryClass> ByCode = Singles
        .SelectMany(group => group.Codes, (group, code) => KeyValuePair.Create(code, group.Class))
        .ToFrozenDictionary();

    /// <summary>The class of a code, or null when it is not in the catalogue.</summary>
    public static WhatsAppRetryClass? Find(int code)
    {
        if (ByCode.TryGetValue(code, out var single))
            return single;
        foreach (var range in Ranges)
        {
            if (code >= range.First && code <= range.Last)
                return range.Class;
        }

        return null;
    }
}
