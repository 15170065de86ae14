using System.Text;
using System.Text.Json.Nodes;
using static WhatsApp.Client.FlowComponent;

namespace WhatsApp.Client.Tests.Flows;

public sealed class FlowDefinitionTests
{
    private static FlowClick Done { get; } = new FlowClick.Complete { Payload = new Dictionary<string, string> { ["name"] = "${form.name}" } };

    private static FlowScreen Start { get; } = new("START")
    {
        Title = "Book a table",
        Data = new Dictionary<string, FlowData>
        {
            ["times"] = FlowData.Options(new FlowOption("18", "18:00")),
            ["guest"] = FlowData.Text("Mira"),
            ["seats"] = FlowData.Number(4),
            ["is_open"] = FlowData.Flag(true),
        },
        Sensitive = ["name"],
        Children =
        [
            new Text(FlowTextStyle.Heading, "Hello ${data.guest}"),
            new Form(
                "booking",
                new TextInput("name", "Name") { Required = true, InputType = "text", MinChars = 2, MaxChars = 40, HelperText = "As on the door" },
                new Selection(FlowChoiceKind.Dropdown, "time", "Time") { Source = "${data.times}", Required = "${data.is_open}" },
                new If("${data.is_open}", new Text(FlowTextStyle.Body, "Open")) { Else = [new Text(FlowTextStyle.Caption, "Closed")] }),
            new Footer("Go on", new FlowClick.Navigate("PAY") { Payload = new Dictionary<string, string> { ["name"] = "${form.name}" } }) { LeftCaption = "1", RightCaption = "2" },
        ],
    };

    private static FlowScreen Pay { get; } = new("PAY")
    {
        IsTerminal = true,
        IsSuccess = true,
        Data = new Dictionary<string, FlowData> { ["name"] = FlowData.Text("Mira") },
        Children =
        [
            new RichText("# Thank you", "See **you**"),
            new Image("iVBORw0KGgo=") { Width = 100, Height = 50, ScaleType = "cover", AltText = "A table" },
            new EmbeddedLink("Our rules", new FlowClick.OpenUrl("https://shop.example/rules")),
            new OptIn("news", "Send me news") { OnClick = new FlowClick.OpenUrl("https://shop.example/news") },
            new Selection(FlowChoiceKind.Checkboxes, "extras", "Extras") { Options = [new("a", "High chair") { Description = "For children", Metadata = "free", IsEnabled = true }], Min = 0, Max = 1 },
            new DatePicker("day", "Day") { MinDate = "2026-11-28", HelperText = "Any" },
            new TextArea("note", "Note") { MaxLength = 100, Visible = false },
            new MediaPicker("photo", "Photo") { Description = "Of your invitation", Min = 0, Max = 3 },
            new Switch("${data.name}", new Dictionary<string, IReadOnlyList<FlowComponent>> { ["Mira"] = [new Text(FlowTextStyle.Subheading, "It is you")], ["default"] = [new Text(FlowTextStyle.Body, "Hello")] }),
            new Custom(Encoding.UTF8.GetBytes("""{"type":"CalendarPicker","name":"days","label":"Days"}"""), "days"),
            new Footer("Book", new FlowClick.Complete { Payload = new Dictionary<string, string> { ["days"] = "${form.days}", ["name"] = "${screen.START.form.name}" } }),
        ],
    };

    [Fact]
    public void Flow_is_written_as_the_platform_documents()
    {
        var flow = new FlowDefinition(Start, Pay) { DataApiVersion = "3.0", RoutingModel = new Dictionary<string, IReadOnlyList<string>> { ["START"] = ["PAY"], ["PAY"] = [] } };

        Assert.Empty(flow.Validate());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"version":"7.3","data_api_version":"3.0","routing_model":{"START":["PAY"],"PAY":[]},"screens":[
                 {"id":"START","title":"Book a table","data":{
                   "times":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"title":{"type":"string"},"description":{"type":"string"},"metadata":{"type":"string"}}},"__example__":[{"id":"18","title":"18:00"}]},
                   "guest":{"type":"string","__example__":"Mira"},"seats":{"type":"number","__example__":4},"is_open":{"type":"boolean","__example__":true}},
                  "sensitive":["name"],
                  "layout":{"type":"SingleColumnLayout","children":[
                   {"type":"TextHeading","text":"Hello ${data.guest}"},
                   {"type":"Form","name":"booking","children":[
                    {"type":"TextInput","name":"name","label":"Name","required":true,"input-type":"text","min-chars":2,"max-chars":40,"helper-text":"As on the door"},
                    {"type":"Dropdown","name":"time","label":"Time","required":"${data.is_open}","data-source":"${data.times}"},
                    {"type":"If","condition":"${data.is_open}","then":[{"type":"TextBody","text":"Open"}],"else":[{"type":"TextCaption","text":"Closed"}]}]},
                   {"type":"Footer","label":"Go on","left-caption":"1","right-caption":"2","on-click-action":{"name":"navigate","next":{"type":"screen","name":"PAY"},"payload":{"name":"${form.name}"}}}]}},
                 {"id":"PAY","terminal":true,"success":true,"data":{"name":{"type":"string","__example__":"Mira"}},
                  "layout":{"type":"SingleColumnLayout","children":[
                   {"type":"RichText","text":["# Thank you","See **you**"]},
                   {"type":"Image","src":"iVBORw0KGgo=","width":100,"height":50,"scale-type":"cover","alt-text":"A table"},
                   {"type":"EmbeddedLink","text":"Our rules","on-click-action":{"name":"open_url","url":"https://shop.example/rules"}},
                   {"type":"OptIn","name":"news","label":"Send me news","on-click-action":{"name":"open_url","url":"https://shop.example/news"}},
                   {"type":"CheckboxGroup","name":"extras","label":"Extras","data-source":[{"id":"a","title":"High chair","description":"For children","metadata":"free","enabled":true}],"min-selected-items":0,"max-selected-items":1},
                   {"type":"DatePicker","name":"day","label":"Day","min-date":"2026-11-28","helper-text":"Any"},
                   {"type":"TextArea","name":"note","label":"Note","max-length":100,"visible":false},
                   {"type":"PhotoPicker","name":"photo","label":"Photo","description":"Of your invitation","min-uploaded-photos":0,"max-uploaded-photos":3},
                   {"type":"Switch","value":"${data.name}","cases":{"Mira":[{"type":"TextSubheading","text":"It is you"}],"default":[{"type":"TextBody","text":"Hello"}]}},
                   {"type":"CalendarPicker","name":"days","label":"Days"},
                   {"type":"Footer","label":"Book","on-click-action":{"name":"complete","payload":{"days":"${form.days}","name":"${screen.START.form.name}"}}}]}}]}
                """),
            JsonNode.Parse(flow.ToJson())), Encoding.UTF8.GetString(flow.ToJson()));
        Assert.Equal("FlowDefinition(7.3, 2 screens)", flow.ToString());
    }

    [Fact]
    public void List_that_leads_on_is_alone_with_texts()
    {
        var list = new FlowScreen("LIST")
        {
            Children = [new Text(FlowTextStyle.Body, "Where to?"), new NavigationList("ways", new FlowNavigationItem("a", "Pay", new FlowClick.Navigate("PAY")) { Description = "Now" }) { Label = "Ways" }],
        };

        Assert.Empty(new FlowDefinition(list, Start, Pay).Validate());
        var written = JsonNode.Parse(new FlowDefinition(list, Start, Pay).ToJson())!["screens"]![0]!["layout"]!["children"]![1];
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"type":"NavigationList","name":"ways","label":"Ways","list-items":[{"id":"a","main-content":{"title":"Pay","description":"Now"},"on-click-action":{"name":"navigate","next":{"type":"screen","name":"PAY"},"payload":{}}}]}"""),
            written));
    }

    public static TheoryData<string> Names => [.. Faults.Keys];

    private static Dictionary<string, (FlowDefinition Flow, string Path, MessageFaultKind Kind)> Faults { get; } = new()
    {
        ["no screen"] = (new(), "screens", MessageFaultKind.TooFew),
        ["version that is none"] = (Of(Pay) with { Version = "seven" }, "version", MessageFaultKind.Malformed),
        ["unknown data exchange"] = (Of(Pay) with { DataApiVersion = "2.0" }, "data_api_version", MessageFaultKind.Malformed),
        ["endpoint without routes"] = (Of(Start, Pay) with { DataApiVersion = "3.0" }, "routing_model", MessageFaultKind.Missing),
        ["route to nowhere"] = (Of(Start, Pay) with { RoutingModel = Routes(("START", "PAY"), ("PAY", "LOST")) }, "routing_model.PAY.LOST", MessageFaultKind.NotAllowed),
        ["route from nowhere"] = (Of(Start, Pay) with { RoutingModel = Routes(("START", "PAY"), ("LOST", "PAY")) }, "routing_model.LOST", MessageFaultKind.NotAllowed),
        ["route to itself"] = (Of(Start, Pay) with { RoutingModel = Routes(("START", "START")) }, "routing_model.START.START", MessageFaultKind.NotAllowed),
        ["route back"] = (Of(Start, Pay) with { RoutingModel = Routes(("START", "PAY"), ("PAY", "START")) }, "routing_model.START.PAY", MessageFaultKind.Duplicate),
        ["no beginning"] = (Of(Start, Pay) with { RoutingModel = Routes(("START", "PAY"), ("PAY", "START")) }, "routing_model", MessageFaultKind.NotAllowed),
        ["screen no route knows"] = (Of(Start, Pay, Pay with { Id = "MORE" }) with { RoutingModel = Routes(("START", "PAY")) }, "routing_model.MORE", MessageFaultKind.Missing),
        ["no end"] = (Of(Start with { Children = [new Text(FlowTextStyle.Body, "x")], Sensitive = [] }), "screens[].terminal", MessageFaultKind.Missing),
        ["two screens of one id"] = (Of(Pay, Pay), "screens[1].id", MessageFaultKind.Duplicate),
        ["id with a digit"] = (Of(Pay with { Id = "PAY2" }), "screens[0].id", MessageFaultKind.Malformed),
        ["reserved id"] = (Of(Pay with { Id = "SUCCESS" }), "screens[0].id", MessageFaultKind.NotAllowed),
        ["missing id"] = (Of(Pay with { Id = "" }), "screens[0].id", MessageFaultKind.Missing),
        ["success before the end"] = (Of(Start with { IsSuccess = true }, Pay), "screens[0].success", MessageFaultKind.NotAllowed),
        ["refresh without endpoint"] = (Of(Pay with { RefreshOnBack = true }), "screens[0].refresh_on_back", MessageFaultKind.NotAllowed),
        ["sensitive input that is none"] = (Of(Pay with { Sensitive = ["card"] }), "screens[0].sensitive.card", MessageFaultKind.NotAllowed),
        ["data without an example"] = (With("x", """{"type":"string"}"""), "screens[0].data.x.__example__", MessageFaultKind.Missing),
        ["data of an unknown type"] = (With("x", """{"type":"text","__example__":"a"}"""), "screens[0].data.x.type", MessageFaultKind.Malformed),
        ["data that is no object"] = (With("x", "[]"), "screens[0].data.x", MessageFaultKind.Malformed),
        ["empty screen"] = (Of(Pay with { Children = [] }), "screens[0].layout.children", MessageFaultKind.TooFew),
        ["fifty-one components"] = (On([.. Enumerable.Repeat(new Text(FlowTextStyle.Body, "x"), 50)]), "screens[0].layout.children", MessageFaultKind.TooMany),
        ["end without a footer"] = (Of(Pay with { Children = [new Text(FlowTextStyle.Body, "x")] }), "screens[0].layout.children.Footer", MessageFaultKind.Missing),
        ["two footers"] = (On(new Footer("b", Done)), "screens[0].layout.children.Footer", MessageFaultKind.TooMany),
        ["footer in one branch"] = (Of(Pay with { Children = [new TextInput("name", "n"), new If("${data.name}", new Footer("b", Done))] }), "screens[0].layout.children[1].else.Footer", MessageFaultKind.Missing),
        ["four pictures"] = (On([.. Enumerable.Repeat(new Image("aa"), 4)]), "screens[0].layout.children.Image", MessageFaultKind.TooMany),
        ["three links"] = (On([.. Enumerable.Repeat(new EmbeddedLink("a", new FlowClick.OpenUrl("https://a.example")), 3)]), "screens[0].layout.children.EmbeddedLink", MessageFaultKind.TooMany),
        ["six boxes"] = (On([.. Enumerable.Range(0, 6).Select(i => new OptIn($"o{i}", "a"))]), "screens[0].layout.children.OptIn", MessageFaultKind.TooMany),
        ["two pickers"] = (On(new MediaPicker("a", "a"), new MediaPicker("b", "b", TakesDocuments: true)), "screens[0].layout.children.PhotoPicker", MessageFaultKind.TooMany),
        ["heading too long"] = (On(new Text(FlowTextStyle.Heading, new string('x', 81))), "screens[0].layout.children[0].text", MessageFaultKind.TooLong),
        ["body too long"] = (On(new Text(FlowTextStyle.Body, new string('x', 4097))), "screens[0].layout.children[0].text", MessageFaultKind.TooLong),
        ["caption too long"] = (On(new Text(FlowTextStyle.Caption, new string('x', 410))), "screens[0].layout.children[0].text", MessageFaultKind.TooLong),
        ["empty text"] = (On(new Text(FlowTextStyle.Body, "")), "screens[0].layout.children[0].text", MessageFaultKind.Missing),
        ["heading in Markdown"] = (On(new Text(FlowTextStyle.Heading, "x") { Markdown = true }), "screens[0].layout.children[0].markdown", MessageFaultKind.NotAllowed),
        ["label too long"] = (On(new TextInput("a", new string('x', 21))), "screens[0].layout.children[0].label", MessageFaultKind.TooLong),
        ["helper too long"] = (On(new TextInput("a", "a") { HelperText = new string('x', 81) }), "screens[0].layout.children[0].helper-text", MessageFaultKind.TooLong),
        ["unknown kind of input"] = (On(new TextInput("a", "a") { InputType = "colour" }), "screens[0].layout.children[0].input-type", MessageFaultKind.Malformed),
        ["least above most"] = (On(new TextInput("a", "a") { MinChars = 5, MaxChars = 4 }), "screens[0].layout.children[0].min-chars", MessageFaultKind.TooLarge),
        ["name missing"] = (On(new TextInput("", "a")), "screens[0].layout.children[0].name", MessageFaultKind.Missing),
        ["name used twice"] = (On(new TextInput("a", "a"), new TextArea("a", "a")), "screens[0].layout.children[1].name", MessageFaultKind.Duplicate),
        ["nothing to choose"] = (On(new Selection(FlowChoiceKind.Radio, "a", "a")), "screens[0].layout.children[0].data-source", MessageFaultKind.TooFew),
        ["too much to choose"] = (On(new Selection(FlowChoiceKind.Radio, "a", "a") { Options = [.. Enumerable.Range(0, 21).Select(i => new FlowOption($"{i}", "a"))] }), "screens[0].layout.children[0].data-source", MessageFaultKind.TooMany),
        ["one chip"] = (On(new Selection(FlowChoiceKind.Chips, "a", "a") { Options = [new("a", "a")] }), "screens[0].layout.children[0].data-source", MessageFaultKind.TooFew),
        ["two sources"] = (On(new Selection(FlowChoiceKind.Radio, "a", "a") { Options = [new("a", "a")], Source = "${data.name}" }), "screens[0].layout.children[0].data-source", MessageFaultKind.NotAllowed),
        ["two choices of one id"] = (On(new Selection(FlowChoiceKind.Radio, "a", "a") { Options = [new("a", "a"), new("a", "b")] }), "screens[0].layout.children[0].data-source[1].id", MessageFaultKind.Duplicate),
        ["choice with a long title"] = (On(new Selection(FlowChoiceKind.Radio, "a", "a") { Options = [new("a", new string('x', 31))] }), "screens[0].layout.children[0].data-source[0].title", MessageFaultKind.TooLong),
        ["several of one"] = (On(new Selection(FlowChoiceKind.Radio, "a", "a") { Options = [new("a", "a")], Max = 2 }), "screens[0].layout.children[0].max-selected-items", MessageFaultKind.NotAllowed),
        ["thirty-one photos"] = (On(new MediaPicker("a", "a") { Max = 31 }), "screens[0].layout.children[0].max-uploaded-photos", MessageFaultKind.TooLarge),
        ["footer too long"] = (Of(Pay with { Children = [new Footer(new string('x', 36), new FlowClick.Complete())] }), "screens[0].layout.children[0].label", MessageFaultKind.TooLong),
        ["caption on one side"] = (Of(Pay with { Children = [new Footer("a", new FlowClick.Complete()) { LeftCaption = "a" }] }), "screens[0].layout.children[0].right-caption", MessageFaultKind.Missing),
        ["three captions"] = (Of(Pay with { Children = [new Footer("a", new FlowClick.Complete()) { LeftCaption = "a", RightCaption = "b", CenterCaption = "c" }] }), "screens[0].layout.children[0].center-caption", MessageFaultKind.NotAllowed),
        ["footer to an address"] = (Of(Pay with { Children = [new Footer("a", new FlowClick.OpenUrl("https://a.example"))] }), "screens[0].layout.children[0].on-click-action.name", MessageFaultKind.NotAllowed),
        ["link to nothing"] = (On(new EmbeddedLink("a", new FlowClick.OpenUrl("shop"))), "screens[0].layout.children[0].on-click-action.url", MessageFaultKind.Malformed),
        ["link that does nothing"] = (On(new EmbeddedLink("a", null!)), "screens[0].layout.children[0].on-click-action", MessageFaultKind.Missing),
        ["way to nowhere"] = (On(new EmbeddedLink("a", new FlowClick.Navigate("LOST"))), "screens[0].layout.children[0].on-click-action.next.name", MessageFaultKind.NotAllowed),
        ["way to itself"] = (On(new EmbeddedLink("a", new FlowClick.Navigate("PAY"))), "screens[0].layout.children[0].on-click-action.next.name", MessageFaultKind.NotAllowed),
        ["end before the end"] = (Of(Start with { Children = [new EmbeddedLink("a", new FlowClick.Complete())], Sensitive = [] }, Pay), "screens[0].layout.children[0].on-click-action.name", MessageFaultKind.NotAllowed),
        ["question without an endpoint"] = (On(new EmbeddedLink("a", new FlowClick.DataExchange())), "screens[0].layout.children[0].on-click-action.name", MessageFaultKind.NotAllowed),
        ["data that is not declared"] = (On(new Text(FlowTextStyle.Body, "Hi ${data.lost}")), "screens[0].layout.children[0].text", MessageFaultKind.NotAllowed),
        ["input that is not there"] = (On(new EmbeddedLink("a", new FlowClick.UpdateData { Payload = new Dictionary<string, string> { ["x"] = "${form.lost}" } })), "screens[0].layout.children[0].on-click-action.payload.x", MessageFaultKind.NotAllowed),
        ["condition on what is not there"] = (On(new If("${form.lost} == 1", new Text(FlowTextStyle.Body, "x"))), "screens[0].layout.children[0].condition", MessageFaultKind.NotAllowed),
        ["visible by what is not there"] = (On(new Text(FlowTextStyle.Body, "x") { Visible = "${data.lost}" }), "screens[0].layout.children[0].visible", MessageFaultKind.NotAllowed),
        ["condition without consequence"] = (On(new If("${data.name}")), "screens[0].layout.children[0].then", MessageFaultKind.TooFew),
        ["four conditions within each other"] = (On(Nested(4)), "screens[0].layout.children[0].then[0].then[0].then[0].then", MessageFaultKind.NotAllowed),
        ["switch without a case"] = (On(new Switch("${data.name}", new Dictionary<string, IReadOnlyList<FlowComponent>>())), "screens[0].layout.children[0].cases", MessageFaultKind.TooFew),
        ["list at the end"] = (On(new NavigationList("ways", new FlowNavigationItem("a", "a", new FlowClick.UpdateData()))), "screens[0].layout.children.NavigationList", MessageFaultKind.NotAllowed),
        ["item that leads nowhere"] = (On(new NavigationList("ways", new FlowNavigationItem("a", "a", new FlowClick.Complete()))), "screens[0].layout.children[0].list-items[0].on-click-action", MessageFaultKind.NotAllowed),
        ["picture fit in no way"] = (On(new Image("aa") { ScaleType = "stretch" }), "screens[0].layout.children[0].scale-type", MessageFaultKind.Malformed),
        ["own component without a type"] = (On(new Custom(Encoding.UTF8.GetBytes("{}"))), "screens[0].layout.children[0].type", MessageFaultKind.Missing),
        ["own component that is none"] = (On(new Custom(Encoding.UTF8.GetBytes("["))), "screens[0].layout.children[0]", MessageFaultKind.Malformed),
        ["empty form"] = (On(new Form("f")), "screens[0].layout.children[0].children", MessageFaultKind.TooFew),
        ["no paragraph"] = (On(new RichText()), "screens[0].layout.children[0].text", MessageFaultKind.TooFew),
        ["component that is null"] = (On((FlowComponent)null!), "screens[0].layout.children[0]", MessageFaultKind.Missing),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Fault_is_found_before_anything_is_uploaded(string name)
    {
        var (flow, path, kind) = Faults[name];

        Assert.Contains(flow.Validate(), fault => fault.Path == path && fault.Kind == kind);
        Assert.Throws<InvalidMessageException>(flow.ToJson);
    }

    [Fact]
    public void Footer_in_both_branches_is_one() => Assert.Empty(
        Of(Pay with { Children = [new TextInput("name", "n"), new If("${data.name}", new Footer("a", Done)) { Else = [new Footer("b", Done)] }] }).Validate());

    [Fact]
    public void Text_worked_out_on_the_phone_may_be_written_longer_than_it_is_shown() => Assert.Empty(
        On(new TextInput("a", "${data.name}") { HelperText = "${data.name}" }, new Text(FlowTextStyle.Heading, "Hello ${data.name}" + new string('x', 80))).Validate());

    private static FlowComponent Nested(int levels)
    {
        FlowComponent inner = new Text(FlowTextStyle.Body, "x");
        for (var i = 0; i < levels; i++)
            inner = new If("${data.name}", inner);
        return inner;
    }

    private static FlowDefinition Of(params FlowScreen[] screens) => new(screens);

    /// <summary>A flow of one screen, which ends it, with these above its footer.</summary>
    private static FlowDefinition On(params FlowComponent[] components) => Of(Pay with { Children = [.. components, new Footer("Book", new FlowClick.Complete())] });

    private static FlowDefinition With(string name, string schema) => Of(Pay with { Data = new Dictionary<string, FlowData> { [name] = new(Encoding.UTF8.GetBytes(schema)) } });

    private static Dictionary<string, IReadOnlyList<string>> Routes(params (string From, string To)[] routes) =>
        routes.GroupBy(route => route.From).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(route => route.To)]);
}
