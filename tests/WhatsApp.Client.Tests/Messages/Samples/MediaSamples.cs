namespace WhatsApp.Client.Tests.Messages.Samples;

internal static class MediaSamples
{
    public static readonly MediaSource Uploaded = new MediaSource.ById("900100");

    public static MediaSource Link(string address) => new MediaSource.ByLink(new Uri(address));

    public static IEnumerable<Sample> All =>
    [
        new(new ImageMessage(Uploaded), """{"type":"image","image":{"id":"900100"}}"""),
        new(
            new ImageMessage(Link("https://cdn.example/a.jpg?x=1&y=2")) { Caption = "Rye" },
            """{"type":"image","image":{"link":"https://cdn.example/a.jpg?x=1&y=2","caption":"Rye"}}"""),
        new(new VideoMessage(Uploaded), """{"type":"video","video":{"id":"900100"}}"""),
        new(
            new VideoMessage(Link("https://cdn.example/how.mp4")) { Caption = "How it is baked" },
            """{"type":"video","video":{"link":"https://cdn.example/how.mp4","caption":"How it is baked"}}"""),
        new(new AudioMessage(Link("http://cdn.example/a.mp3")), """{"type":"audio","audio":{"link":"http://cdn.example/a.mp3"}}"""),
        new(new AudioMessage(Uploaded) { Voice = true }, """{"type":"audio","audio":{"id":"900100","voice":true}}"""),
        new(new DocumentMessage(Uploaded), """{"type":"document","document":{"id":"900100"}}"""),
        new(
            new DocumentMessage(Link("https://cdn.example/1")) { Filename = "invoice.pdf", Caption = "Invoice 9" },
            """{"type":"document","document":{"link":"https://cdn.example/1","filename":"invoice.pdf","caption":"Invoice 9"}}"""),
        new(new StickerMessage(Uploaded), """{"type":"sticker","sticker":{"id":"900100"}}"""),
        new(new StickerMessage(Link("https://cdn.example/s.webp")), """{"type":"sticker","sticker":{"link":"https://cdn.example/s.webp"}}"""),
    ];
}
