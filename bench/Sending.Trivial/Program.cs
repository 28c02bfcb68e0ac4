using System.CommandLine;

// The least that a command line program can be: the baseline for the start of sending-cli.
return new RootCommand("Does nothing.").Parse(args).Invoke();
