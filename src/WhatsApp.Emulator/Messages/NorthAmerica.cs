namespace WhatsApp.Emulator;

/// <summary>Area codes under country code 1 that are not the United States': Canada and the Caribbean.</summary>
internal static class NorthAmerica
{
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal)
    {
        "204", "226", "236", "249", "250", "263", "289", "306", "343", "354", "365", "367", "368", "382", "387", "403", "416", "418", "428", "431", "437", "438",
        "450", "460", "468", "474", "506", "514", "519", "537", "548", "579", "581", "584", "587", "600", "604", "613", "639", "647", "672", "683", "705", "709", "742",
        "753", "778", "780", "782", "807", "819", "825", "851", "867", "873", "879", "902", "905", "942",
        "242", "246", "264", "268", "284", "345", "441", "473", "649", "658", "664", "721", "758", "767", "784", "809", "829", "849", "868", "869", "876",
    };

    public static bool IsElsewhere(ReadOnlySpan<char> areaCode) => Elsewhere.GetAlternateLookup<ReadOnlySpan<char>>().Contains(areaCode);
}
