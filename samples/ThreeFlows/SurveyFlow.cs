using System.Text.Json.Serialization;
using ShopBot.Engine.Conversations;
using WhatsApp.Client.Webhooks;

namespace ThreeFlows;

/// <summary>
/// A survey with files, which may take days: a mark, a picture or more, a few words. Version 1 asked for one picture only and kept the mark as a number; people who
/// were in the middle of it go on where they stopped.
/// </summary>
public sealed class SurveyFlow() : Flow<Answers>("survey", version: 2, SurveyJson.Default)
{
    protected override void Map(FlowMap<Answers> on)
    {
        on.Start(turn => turn.Ask("mark"));
        on.Says("back, shop", Leave);

        on.AskChoice<Mark>("mark", "How was your stay?", [new("😀 Good", Mark.Good), new("😐 So so", Mark.Fair), new("🙁 Bad", Mark.Bad)], (turn, mark) =>
        {
            turn.State = turn.State with { Mark = mark };
            return turn.Ask("photo");
        });

        on.AskMedia<MediaReceived>("photo", turn => turn.State.Files.Count == 0 ? "Please send a photo, or write *skip*." : "Another one? Or write *done*.", KeepFile)
            .Or("skip, done, no", turn => turn.Ask("words"))
            .Hint("A photo, video or document, please.")
            .Check((_, file) => new(file is ImageReceived or VideoReceived or DocumentReceived ? null : "That is not a photo, video or document."))
            .Within(TimeSpan.FromDays(3), turn => turn.Ask("words"));

        on.AskText("words", "Anything you want to tell us?", Finish).Or("no, nothing", turn => Finish(turn, ""));

        on.Upgrade<AnswersV1>(from: 1, old => new Answers
        {
            Mark = old.Stars >= 4 ? Mark.Good : old.Stars >= 2 ? Mark.Fair : Mark.Bad,
            Files = old.Photo is null ? [] : [old.Photo],
        });
        on.Coalesce(TimeSpan.FromSeconds(1));
        on.Stale(turn => turn.Says("You have answered that already. Thank you!"));
        on.Otherwise(turn => turn.Says("Thank you, we have your answers. Write *back* for the shop."));
    }

    private static Task KeepFile(Turn<Answers> turn, MediaReceived file)
    {
        turn.State = turn.State with { Files = [.. turn.State.Files, file.MediaId.Value] };
        return turn.State.Files.Count < 5 ? turn.Ask("photo") : turn.Ask("words");
    }

    private static Task Finish(Turn<Answers> turn, string words)
    {
        turn.State = turn.State with { Words = words };
        turn.Raise("survey.answered", new Answered(turn.State.Mark, turn.State.Files.Count));
        return turn.Says("Thank you for your time!");
    }

    private static Task Leave(Turn<Answers> turn)
    {
        turn.Return();
        return turn.Says("Back in the shop.");
    }
}

public enum Mark
{
    None,
    Good,
    Fair,
    Bad,
}

/// <summary>The answers so far.</summary>
public sealed record Answers
{
    public Mark Mark { get; init; }

    public IReadOnlyList<string> Files { get; init; } = [];

    public string? Words { get; init; }
}

/// <summary>The answers as version 1 kept them.</summary>
public sealed record AnswersV1(int Stars, string? Photo);

public sealed record Answered(Mark Mark, int Files);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Answers))]
[JsonSerializable(typeof(AnswersV1))]
[JsonSerializable(typeof(Answered))]
[JsonSerializable(typeof(Mark))]
internal sealed partial class SurveyJson : JsonSerializerContext;
