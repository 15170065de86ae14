using System.Collections.Frozen;

namespace WhatsApp.Client;

/// <summary>The catalogue, by code. A row for a single code wins over one for its range.</summary>
internal static partial class WhatsAppErrorTable
{
    private static readonly FrozenDictionary<int, WhatsAppErrorInfo> ByCode = Build();

    public static WhatsAppErrorInfo? Find(int code) => ByCode.GetValueOrDefault(code);

    public static IReadOnlyList<WhatsAppErrorInfo> All => [.. ByCode.Values.OrderBy(row => row.Code)];

    private static FrozenDictionary<int, WhatsAppErrorInfo> Build()
    {
        var rows = new Dictionary<int, WhatsAppErrorInfo>();
        foreach (var row in new[] { PlatformRows, MessagesRows, TemplatesRows, NumbersRows, ConversationsRows }.SelectMany(part => part))
        {
            for (var code = row.First; code <= row.Last; code++)
                rows.TryAdd(code, row.For(code));
        }

        return rows.ToFrozenDictionary();
    }
}
