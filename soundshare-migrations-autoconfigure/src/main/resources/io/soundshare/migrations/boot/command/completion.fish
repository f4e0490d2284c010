# Completes --migrate= of java -jar app.jar, and ./migrate, in fish.
function __soundshare_targets
	set -l command $argv[1]
	set -l before $argv[2]
	switch $command
		case (string split '|' '@REVISIONS@')
			printf "$before%s\n" head base ($argv[3..-1] 2>/dev/null)
		case help
			printf "$before%s\n" @COMMANDS@
		case completion
			printf "$before%s\n" bash zsh fish
		case backup
			printf "$before%s\n" verify
	end
end

function __soundshare_values
	set -l word (string replace -r '^--migrate=' '' -- (commandline -ct))
	if string match -q '*:*' -- $word
		set -l command (string split -m1 ':' -- $word)[1]
		set -l ask
		for token in (commandline -opc)
			string match -q -- '--migrate*' $token; and break
			set -a ask $token
		end
		__soundshare_targets $command "$command:" $ask --migrate=completion:revisions
	else
		printf '%s\n' @COMMANDS@
	end
end

function __soundshare_words
	set -l words (commandline -opc)
	if test (count $words) -lt 2
		printf '%s\n' @COMMANDS@
	else
		__soundshare_targets $words[2] '' $words[1] completion revisions
	end
end

complete -c java -l migrate -x -a '(__soundshare_values)' -d 'migrate the database'
complete -c java -l migrate.output -x -a 'text json'
for option in @OPTIONS@
	set -l name (string trim -r -c '=' -- $option)
	if test $name != output
		complete -c java -l migrate.$name
	end
	complete -c migrate -l $name
end
complete -c migrate -f -a '(__soundshare_words)'
