namespace WhatsApp.Emulator;

/// <summary>The counts of one half hour.</summary>
internal sealed class SlotCounts
{
    public int Sent { get; set; }
    public int Delivered { get; set; }
    public int Received { get; set; }
    public Dictionary<(string Type, string Category), int> Priced { get; init; } = [];
    public Dictionary<string, TemplateCounts> Templates { get; init; } = new(StringComparer.Ordinal);

    public TemplateCounts Template(string id)
    {
        if (!Templates.TryGetValue(id, out var counts))
            Templates[id] = counts = new TemplateCounts();
        return counts;
    }

    public SlotCounts Copy() => new()
    {
        Sent = Sent, Delivered = Delivered, Received = Received, Priced = new(Priced),
        Templates = Templates.ToDictionary(pair => pair.Key, pair => new TemplateCounts { Sent = pair.Value.Sent, Delivered = pair.Value.Delivered, Read = pair.Value.Read }, StringComparer.Ordinal),
    };

    internal sealed class TemplateCounts
    {
        public int Sent { get; set; }
        public int Delivered { get; set; }
        public int Read { get; set; }
    }
}
